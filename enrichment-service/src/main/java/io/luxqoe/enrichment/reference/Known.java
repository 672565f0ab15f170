package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.EnrichedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What references say, and its octets as a field of an enriched event: made once and copied into each event that meets it.
 * To gather a few texts from all over a large table's memory would cost more than the look-up.
 */
public final class Known<C> {
    private final C context;
    private final byte[] octets;

    private Known(C context, byte[] octets) {
        this.context = context;
        this.octets = octets;
    }

    /** What is said by a field of null or such a record; it is not to be changed any more. */
    public static <C extends SpecificRecord> Known<C> of(C context) {
        Schema field = Schema.createUnion(Schema.create(Schema.Type.NULL), context.getSchema());
        return new Known<>(context, octets(field, context));
    }

    /** A value as the octets of a field of that schema. */
    public static <C> byte[] octets(Schema field, @Nullable C value) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(octets, null);
        try {
            new SpecificDatumWriter<C>(field, SpecificData.getForClass(EnrichedEvent.class)).write(value, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return octets.toByteArray();
    }

    /** The value of the field. */
    public C context() {
        return context;
    }

    /** Writes the field. */
    public void write(Encoder out) throws IOException {
        out.writeFixed(octets, 0, octets.length);
    }
}
