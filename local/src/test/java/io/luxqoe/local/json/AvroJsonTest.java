package io.luxqoe.local.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;

class AvroJsonTest {

    private static final Schema SCHEMA = new Schema.Parser()
            .parse(
                    """
            {"type": "record", "name": "Sample", "fields": [
              {"name": "text", "type": "string"},
              {"name": "time", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "maybeTime", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}], "default": null},
              {"name": "count", "type": ["null", "long"], "default": null},
              {"name": "ratio", "type": "double"},
              {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["UNKNOWN", "VOICE"]}},
              {"name": "inner", "type": ["null", {"type": "record", "name": "Inner", "fields": [
                 {"name": "flag", "type": "boolean"}]}], "default": null},
              {"name": "times", "type": {"type": "array", "items": {"type": "long", "logicalType": "timestamp-millis"}}},
              {"name": "sums", "type": {"type": "map", "values": "long"}},
              {"name": "sketch", "type": "bytes"}]}
            """);

    @Test
    void aRecordReadsAsPeopleWriteJson() {
        Map<String, Long> sums = new LinkedHashMap<>();
        sums.put("attempts", 12L);
        GenericRecord inner = new GenericRecordBuilder(
                        SCHEMA.getField("inner").schema().getTypes().get(1))
                .set("flag", true)
                .build();
        GenericRecord sample = new GenericRecordBuilder(SCHEMA)
                .set("text", new Utf8("é \"quoted\""))
                .set("time", 1_790_000_000_000L)
                .set("maybeTime", 1_790_000_000_001L)
                .set("count", 3L)
                .set("ratio", 0.5)
                .set("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "VOICE"))
                .set("inner", inner)
                .set("times", List.of(0L))
                .set("sums", sums)
                .set("sketch", ByteBuffer.wrap(new byte[] {1, (byte) 0xAB}))
                .build();

        assertThat(AvroJson.line(sample))
                .isEqualTo("{\"text\":\"é \\\"quoted\\\"\",\"time\":\"2026-09-21T14:13:20Z\","
                        + "\"maybeTime\":\"2026-09-21T14:13:20.001Z\",\"count\":3,\"ratio\":0.5,\"kind\":\"VOICE\","
                        + "\"inner\":{\"flag\":true},\"times\":[\"1970-01-01T00:00:00Z\"],\"sums\":{\"attempts\":12},"
                        + "\"sketch\":{\"octets\":2,\"hex\":\"01ab\"}}");
    }

    @Test
    void whatIsAbsentIsNull() {
        GenericRecord sample = new GenericRecordBuilder(SCHEMA)
                .set("text", "")
                .set("time", 0L)
                .set("ratio", Double.NaN)
                .set("kind", new GenericData.EnumSymbol(SCHEMA.getField("kind").schema(), "UNKNOWN"))
                .set("times", List.of())
                .set("sums", Map.of())
                .set("sketch", ByteBuffer.allocate(0))
                .build();

        assertThat(AvroJson.line(sample))
                .contains("\"maybeTime\":null", "\"count\":null", "\"inner\":null", "\"ratio\":\"NaN\"");
    }
}
