package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormat;
import io.luxqoe.decoder.format.RawFormats;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.schemas.topic.LuxHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The decoders of one task, each made when its format first comes. */
final class Decoders {
    private final Map<String, String> formatsByTopic;
    private final DecodingRules rules;
    private final Map<String, RawDecoder> byFormat = new HashMap<>();

    Decoders(Map<String, String> formatsByTopic, DecodingRules rules) {
        this.formatsByTopic = formatsByTopic;
        this.rules = rules;
    }

    /** Name of the format of a raw record: the one that its header {@value LuxHeaders#FORMAT} says, else its topic's. */
    String formatOf(String topic, Headers headers) {
        Header header = headers.lastHeader(LuxHeaders.FORMAT);
        return header == null || header.value() == null
                ? formatsByTopic.getOrDefault(topic, "")
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The decoder of the format of that name, if there is one. */
    @Nullable
    RawDecoder of(String format) {
        RawDecoder held = byFormat.get(format);
        if (held != null) {
            return held;
        }
        RawDecoder made = RawFormats.named(format)
                .map((RawFormat known) -> known.newDecoder(rules))
                .orElse(null);
        if (made != null) {
            byFormat.put(format, made);
        }
        return made;
    }
}
