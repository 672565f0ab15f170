package io.luxqoe.local.json;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Avro as people expect JSON: instants as ISO text, a union as the value that it has, octets as hexadecimal; generic and
 * specific records alike.
 */
public final class AvroJson {

    private AvroJson() {}

    /** The record as a JSON object on one line. */
    public static String line(IndexedRecord datum) {
        return JsonLines.object(json -> writeFields(json, datum));
    }

    static void write(JsonGenerator json, IndexedRecord datum) {
        json.writeStartObject();
        writeFields(json, datum);
        json.writeEndObject();
    }

    private static void writeFields(JsonGenerator json, IndexedRecord datum) {
        for (Schema.Field field : datum.getSchema().getFields()) {
            json.writeName(field.name());
            writeValue(json, field.schema(), datum.get(field.pos()));
        }
    }

    private static void writeValue(JsonGenerator json, Schema schema, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof IndexedRecord nested) {
            write(json, nested);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, branch(schema, Schema.Type.MAP).getValueType(), map);
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            Schema element = branch(schema, Schema.Type.ARRAY).getElementType();
            items.forEach(item -> writeValue(json, element, item));
            json.writeEndArray();
        } else if (value instanceof Long number) {
            writeLong(json, branch(schema, Schema.Type.LONG).getLogicalType(), number);
        } else {
            writeScalar(json, value);
        }
    }

    private static void writeMap(JsonGenerator json, Schema values, Map<?, ?> map) {
        json.writeStartObject();
        map.forEach((name, value) -> {
            json.writeName(name.toString());
            writeValue(json, values, value);
        });
        json.writeEndObject();
    }

    private static void writeLong(JsonGenerator json, @Nullable LogicalType type, long number) {
        if (type instanceof LogicalTypes.TimestampMillis) {
            json.writeString(Instant.ofEpochMilli(number).toString());
        } else {
            json.writeNumber(number);
        }
    }

    private static void writeScalar(JsonGenerator json, Object value) {
        if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Float number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof ByteBuffer buffer) {
            byte[] octets = new byte[buffer.remaining()];
            buffer.duplicate().get(octets);
            OctetsJson.write(json, octets);
        } else if (value instanceof GenericFixed fixed) {
            OctetsJson.write(json, fixed.bytes());
        } else {
            json.writeString(value.toString()); // text, an enum, an instant
        }
    }

    /** The schema itself, or the branch of this type if it is a union; a union has one branch of each unnamed type. */
    private static Schema branch(Schema schema, Schema.Type type) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        return schema.getTypes().stream()
                .filter(candidate -> candidate.getType() == type)
                .findFirst()
                .orElseThrow();
    }
}
