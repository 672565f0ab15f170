package io.luxqoe.streams.avro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of a class, and where in their octets the items of an array lie. Octets that another schema than that of
 * the class has written, and those of another deserializer than ours, are not of use: such a record comes without them.
 */
final class SlicingDeserializer<T extends SpecificRecord> implements Deserializer<Sliced<T>> {
    private static final int LEAST_BOUNDS = 64;

    private final Deserializer<T> usual;
    private final Schema schema;
    private final int array;
    private final List<DatumReader<Object>> fields = new ArrayList<>();
    private final DatumReader<Object> items;
    private final SpecificData data;
    private final BoundedCache<Integer, Boolean> usable = new BoundedCache<>();

    /**
     * @param usual reads whole records
     * @param array name of the array
     */
    SlicingDeserializer(Deserializer<T> usual, Class<T> type, String array) {
        this.usual = usual;
        this.data = SpecificData.getForClass(type);
        this.schema = data.getSchema(type);
        this.array = schema.getField(array).pos();
        this.items = reader(schema.getField(array).schema().getElementType());
        schema.getFields().forEach(field -> fields.add(reader(field.schema())));
    }

    private DatumReader<Object> reader(Schema each) {
        return new SpecificDatumReader<>(each, each, data);
    }

    @Override
    public @Nullable Sliced<T> deserialize(String topic, byte @Nullable [] octets) {
        if (octets == null) {
            return null;
        }
        if ((Object) usual instanceof AvroDeserializer ours) {
            int id = WireFormat.schemaId(octets);
            if (usable.get(id, written -> givesSameOctets(ours.written(written)))) {
                return AvroDeserializer.read(octets, id, in -> slices(octets, in));
            }
        }
        return Sliced.unsliced(Objects.requireNonNull(usual.deserialize(topic, octets)));
    }

    private boolean givesSameOctets(Schema written) {
        return SchemaNormalization.toParsingForm(written).equals(SchemaNormalization.toParsingForm(schema));
    }

    @SuppressWarnings("unchecked") // the schema is that of the class
    private Sliced<T> slices(byte[] octets, BinaryDecoder in) throws IOException {
        T whole = (T) data.newRecord(null, schema);
        int[] bounds = {};
        for (int i = 0; i < fields.size(); i++) {
            if (i == array) {
                List<Object> read = new ArrayList<>();
                bounds = items(octets.length, in, read);
                whole.put(i, read);
            } else {
                whole.put(i, fields.get(i).read(null, in));
            }
        }
        return new Sliced<>(whole, octets, bounds);
    }

    /** Returns their bounds. */
    private int[] items(int end, BinaryDecoder in, List<Object> read) throws IOException {
        int[] bounds = new int[LEAST_BOUNDS];
        int next = 0;
        for (long count = in.readArrayStart(); count > 0; count = in.arrayNext()) {
            for (long i = 0; i < count; i++) {
                if (next == bounds.length) {
                    bounds = Arrays.copyOf(bounds, 2 * next);
                }
                bounds[next++] = end - in.remainingBytes();
                read.add(items.read(null, in));
                bounds[next++] = end - in.remainingBytes();
            }
        }
        return bounds;
    }
}
