package io.luxqoe.streams.avro;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's framing: a zero octet, the schema id in four octets big-endian, then Avro binary. */
final class WireFormat {

    static final int HEADER_LENGTH = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    static void putHeader(byte[] octets, int schemaId) {
        octets[0] = MAGIC;
        ByteBuffer.wrap(octets).putInt(1, schemaId);
    }

    static int schemaId(byte[] octets) {
        if (octets.length < HEADER_LENGTH) {
            throw new SerializationException(
                    "A record of " + octets.length + " octets is shorter than the five octets of magic and schema id");
        }
        if (octets[0] != MAGIC) {
            throw new SerializationException(
                    "The record does not begin with the magic octet 0 but with " + (octets[0] & 0xFF));
        }
        return ByteBuffer.wrap(octets).getInt(1);
    }
}
