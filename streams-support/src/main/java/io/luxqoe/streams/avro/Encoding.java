package io.luxqoe.streams.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;

/** The buffer and the encoder of one thread, used again for each record. */
final class Encoding {

    private static final byte[] NO_HEADER = new byte[WireFormat.HEADER_LENGTH];
    private static final int KEPT_CAPACITY = 1 << 20;
    private static final ThreadLocal<Encoding> OF_THREAD = ThreadLocal.withInitial(Encoding::new);

    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1 << 12);
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(buffer, null);

    private Encoding() {}

    static Encoding ofThread() {
        return OF_THREAD.get();
    }

    /** The header with {@code schemaId}, then {@code datum} as {@code writer} writes it. */
    <T> byte[] write(int schemaId, T datum, DatumWriter<T> writer) throws IOException {
        boolean clean = false;
        try {
            buffer.reset();
            buffer.write(NO_HEADER, 0, NO_HEADER.length);
            writer.write(datum, encoder);
            encoder.flush();
            byte[] octets = buffer.toByteArray();
            WireFormat.putHeader(octets, schemaId);
            clean = octets.length <= KEPT_CAPACITY;
            return octets;
        } finally {
            if (!clean) {
                // half a record is left in the encoder, or a buffer too large to keep for ever
                OF_THREAD.remove();
            }
        }
    }
}
