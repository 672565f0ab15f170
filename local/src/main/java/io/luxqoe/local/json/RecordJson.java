package io.luxqoe.local.json;

import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroDeserializer;
import io.luxqoe.streams.avro.MalformedRecordException;
import io.luxqoe.streams.avro.UnknownSchemaException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A record of a topic as one JSON object: where it lies, its key, headers and value; Avro by way of the registry. */
public final class RecordJson {

    private static final byte AVRO_MAGIC = 0;
    private static final int AVRO_HEADER = 5;

    private final AvroDeserializer avro;

    /** @param avro reads generic records */
    public RecordJson(AvroDeserializer avro) {
        this.avro = avro;
    }

    /** The record on one line. */
    public String line(ConsumerRecord<byte[], byte[]> entry) {
        return JsonLines.object(json -> {
            json.writeStringProperty("topic", entry.topic());
            json.writeNumberProperty("partition", entry.partition());
            json.writeNumberProperty("offset", entry.offset());
            json.writeStringProperty(
                    "timestamp", Instant.ofEpochMilli(entry.timestamp()).toString());
            json.writeName("key");
            writeOctets(json, entry.topic(), entry.key(), true);
            json.writeName("headers");
            writeHeaders(json, entry.headers());
            json.writeName("value");
            writeOctets(json, entry.topic(), entry.value(), !holdsRawOctets(entry.topic()));
        });
    }

    /** What a network element wrote may begin like Avro or read like text, and is neither. */
    private static boolean holdsRawOctets(String topic) {
        Optional<LuxTopic> known = LuxTopic.named(topic);
        return known.isPresent()
                && (known.get().policy() == LuxTopic.Policy.RAW || known.get() == LuxTopic.DECODER_DEAD_LETTER);
    }

    private void writeOctets(JsonGenerator json, String topic, byte @Nullable [] octets, boolean understood) {
        if (octets == null) {
            json.writeNull();
            return;
        }
        if (!understood) {
            OctetsJson.write(json, octets);
            return;
        }
        IndexedRecord datum = asAvro(topic, octets);
        if (datum == null) {
            writeText(json, octets);
        } else {
            AvroJson.write(json, datum);
        }
    }

    private @Nullable IndexedRecord asAvro(String topic, byte[] octets) {
        if (octets.length < AVRO_HEADER || octets[0] != AVRO_MAGIC) {
            return null;
        }
        try {
            GenericContainer datum = avro.deserialize(topic, octets);
            return datum instanceof IndexedRecord ? (IndexedRecord) datum : null;
        } catch (MalformedRecordException | UnknownSchemaException e) {
            return null;
        }
    }

    private static void writeHeaders(JsonGenerator json, Iterable<Header> headers) {
        Map<String, Header> lastByName = new LinkedHashMap<>();
        headers.forEach(header -> lastByName.put(header.key(), header));
        json.writeStartObject();
        lastByName.forEach((name, header) -> {
            json.writeName(name);
            if (header.value() == null) {
                json.writeNull();
            } else {
                writeText(json, header.value());
            }
        });
        json.writeEndObject();
    }

    private static void writeText(JsonGenerator json, byte[] octets) {
        String text = asText(octets);
        if (text == null) {
            OctetsJson.write(json, octets);
        } else {
            json.writeString(text);
        }
    }

    private static @Nullable String asText(byte[] octets) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
            return text.chars().anyMatch(character -> character < ' ' && !Character.isWhitespace(character))
                    ? null
                    : text;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
