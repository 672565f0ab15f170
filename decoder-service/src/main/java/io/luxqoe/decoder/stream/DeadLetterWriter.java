package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.luxqoe.streams.deadletter.LetterSeal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Writes what could not be decoded: the octets of it alone, under the key of the raw record, with the raw record's own
 * headers and those that say why, where and from which record. Its age begins now and not with the raw record, so that
 * retention leaves time to read it. The seal of the service, if it has one, is on it as on the letters of the handlers.
 */
final class DeadLetterWriter {
    /** Octets that could not be decoded, decimal: with the offset, where the next record of the file begins. */
    static final String ERROR_LENGTH = "lux-error-length";

    private final ProcessorContext<String, Outcome> context;
    private final LetterSeal seal;

    DeadLetterWriter(ProcessorContext<String, Outcome> context) {
        this.context = context;
        this.seal = LetterSeal.configured(context.appConfigs());
    }

    void write(Record<byte[], byte[]> raw, RecordMetadata origin, Reject reject) {
        Headers headers = new RecordHeaders(raw.headers());
        put(headers, DeadLetterHeaders.ERROR_CLASS, reject.reason().word());
        put(headers, DeadLetterHeaders.ERROR_MESSAGE, reject.message());
        put(headers, DeadLetterHeaders.ERROR_OFFSET, reject.offset());
        put(headers, ERROR_LENGTH, reject.length());
        headers.remove(DeadLetterHeaders.ERROR_FIELD);
        if (reject.field() != null) {
            put(headers, DeadLetterHeaders.ERROR_FIELD, reject.field());
        }
        put(headers, DeadLetterHeaders.ORIGIN_TOPIC, origin.topic());
        put(headers, DeadLetterHeaders.ORIGIN_PARTITION, origin.partition());
        put(headers, DeadLetterHeaders.ORIGIN_OFFSET, origin.offset());
        put(headers, DeadLetterHeaders.ORIGIN_TIMESTAMP, raw.timestamp());
        put(headers, DeadLetterHeaders.SERVICE, context.applicationId());
        byte[] whole = raw.value();
        byte[] octets = whole == null || reject.length() == whole.length
                ? whole
                : Arrays.copyOfRange(whole, reject.offset(), reject.offset() + reject.length());
        byte[] value = seal.seal(raw.key(), octets, headers);
        context.forward(
                new Record<>("", new Outcome.DeadLetter(raw.key(), value), context.currentSystemTimeMs(), headers));
    }

    private static void put(Headers headers, String name, Object value) {
        headers.remove(name); // a letter that was sent back and failed again
        headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }
}
