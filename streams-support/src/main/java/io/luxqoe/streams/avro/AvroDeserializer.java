package io.luxqoe.streams.avro;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in Confluent's wire format; null stays null. Safe for many threads.
 *
 * <p>Records are read as the class that {@code specific.avro.key.type} or {@code specific.avro.value.type} names, with
 * that class's schema; else, if {@code specific.avro.reader} is true, as the class that the writer's schema names; else
 * as generic records.
 */
public final class AvroDeserializer implements Deserializer<GenericContainer> {

    private static final byte[] NOTHING = {};
    private static final int LARGE = 1 << 20;
    private static final ThreadLocal<BinaryDecoder> DECODER =
            ThreadLocal.withInitial(() -> DecoderFactory.get().binaryDecoder(NOTHING, null));

    private final BoundedCache<Integer, DatumReader<GenericContainer>> readers = new BoundedCache<>();
    private @Nullable SchemaRegistry registry;
    private @Nullable Class<? extends SpecificRecord> type;
    private boolean specific;

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        TrustedClasses.install();
        registry = Registries.of(config);
        type = AvroConfig.type(
                config, isKey ? AvroConfig.SPECIFIC_KEY_TYPE : AvroConfig.SPECIFIC_VALUE_TYPE, SpecificRecord.class);
        specific = AvroConfig.flag(config, AvroConfig.SPECIFIC_READER, false);
    }

    /**
     * @throws RegistryUnavailableException if the registry gives no answer for as long as it is waited for
     * @throws RegistryRefusedException if it will not give the schema out
     * @throws UnknownSchemaException if it does not have the schema
     * @throws MalformedRecordException if the octets are not of that schema, to the last one
     */
    @Override
    public @Nullable GenericContainer deserialize(String topic, byte @Nullable [] octets) {
        if (octets == null) {
            return null;
        }
        int id = WireFormat.schemaId(octets);
        DatumReader<GenericContainer> reader = readers.get(id, this::reader);
        return read(octets, id, in -> reader.read(null, in));
    }

    /** Reads a datum of Avro's binary form. */
    @FunctionalInterface
    interface Reading<T> {
        T from(BinaryDecoder in) throws IOException;
    }

    /** What lies behind the header, which is to be read to its end. */
    static <T> T read(byte[] octets, int id, Reading<T> reading) {
        BinaryDecoder decoder = DecoderFactory.get()
                .binaryDecoder(
                        octets, WireFormat.HEADER_LENGTH, octets.length - WireFormat.HEADER_LENGTH, DECODER.get());
        try {
            T datum = reading.from(decoder);
            if (!decoder.isEnd()) {
                throw new MalformedRecordException("The record goes on after its end by schema id " + id);
            }
            return datum;
        } catch (MalformedRecordException e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new MalformedRecordException("The record is not of its schema id " + id, e);
        } finally {
            if (octets.length > LARGE) {
                DecoderFactory.get().binaryDecoder(NOTHING, decoder); // lets the octets go
            }
        }
    }

    /** The schema that has this id. */
    Schema written(int id) {
        if (registry == null) {
            throw new IllegalStateException("The deserializer is not configured");
        }
        return registry.byId(id);
    }

    private DatumReader<GenericContainer> reader(int id) {
        Schema written = written(id);
        if (type != null) {
            SpecificData data = SpecificData.getForClass(type);
            return new SpecificDatumReader<>(written, data.getSchema(type), data);
        }
        return specific ? readerOfNamedClass(written) : new GenericDatumReader<>(written);
    }

    private static DatumReader<GenericContainer> readerOfNamedClass(Schema written) {
        Class<?> named = new SpecificData(AvroConfig.classLoader()).getClass(written);
        if (named == null) {
            throw new MalformedRecordException("There is no class for the schema " + written.getFullName());
        }
        SpecificData data = SpecificData.getForClass(named);
        return new SpecificDatumReader<>(written, data.getSchema(named), data);
    }
}
