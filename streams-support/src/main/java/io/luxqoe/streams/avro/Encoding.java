package io.luxqoe.streams.avro;

import java.io.IOException;

/** The encoder of one thread, used again for each record. */
final class Encoding {

    private static final int KEPT_CAPACITY = 1 << 20;
    private static final ThreadLocal<Encoding> OF_THREAD = ThreadLocal.withInitial(Encoding::new);

    private final OctetsEncoder encoder = new OctetsEncoder();

    private Encoding() {}

    static Encoding ofThread() {
        return OF_THREAD.get();
    }

    /** Writes a datum in Avro's binary form. */
    @FunctionalInterface
    interface Writer<T> {
        void write(T datum, OctetsEncoder out) throws IOException;
    }

    /** The header with {@code schemaId}, then {@code datum} as {@code writer} writes it. */
    <T> byte[] write(int schemaId, T datum, Writer<T> writer) throws IOException {
        try {
            encoder.reset();
            writer.write(datum, encoder);
            byte[] octets = encoder.toOctets();
            WireFormat.putHeader(octets, schemaId);
            return octets;
        } finally {
            if (encoder.bytesBuffered() > KEPT_CAPACITY) {
                OF_THREAD.remove(); // a buffer too large to keep for ever
            }
        }
    }
}
