package io.luxqoe.streams.avro;

import java.nio.ByteBuffer;

/** Confluent's framing: a zero octet, the schema id in four octets big-endian, then Avro binary. */
final class WireFormat {

    static final int HEADER_LENGTH = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** Writes the header over the first octets. */
    static void putHeader(byte[] octets, int schemaId) {
        ByteBuffer.wrap(octets).put(MAGIC).putInt(schemaId);
    }

    static int schemaId(byte[] octets) {
        if (octets.length < HEADER_LENGTH) {
            throw new MalformedRecordException(
                    "The record has " + octets.length + " octets, fewer than the five of magic octet and schema id");
        }
        if (octets[0] != MAGIC) {
            throw new MalformedRecordException(
                    "The record begins with the octet " + (octets[0] & 0xFF) + " instead of the magic octet 0");
        }
        return ByteBuffer.wrap(octets).getInt(1);
    }
}
