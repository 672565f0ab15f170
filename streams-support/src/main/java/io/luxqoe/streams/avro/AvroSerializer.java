package io.luxqoe.streams.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes Avro records, specific or generic, in Confluent's wire format; null stays null. Safe for many threads. */
public final class AvroSerializer implements Serializer<GenericContainer> {

    private @Nullable SchemaRegistry registry;
    private boolean isKey;
    private boolean autoRegister = true;
    private final Map<Schema, DatumWriter<Object>> writers = new ConcurrentHashMap<>();
    private final Map<String, Map<Schema, Integer>> ids = new ConcurrentHashMap<>();

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        this.isKey = isKey;
        this.registry = RegistrySettings.registry(config);
        this.autoRegister = AvroConfig.flag(config, AvroConfig.AUTO_REGISTER, true);
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable GenericContainer datum) {
        if (datum == null) {
            return null;
        }
        Schema schema = datum.getSchema();
        int id =
                ids.computeIfAbsent(topic, t -> new ConcurrentHashMap<>()).computeIfAbsent(schema, s -> idOf(topic, s));
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        out.writeBytes(new byte[WireFormat.HEADER_LENGTH]);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            writers.computeIfAbsent(schema, s -> writer(s, datum)).write(datum, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Cannot write a " + schema.getFullName() + " as Avro", e);
        }
        byte[] octets = out.toByteArray();
        WireFormat.putHeader(octets, id);
        return octets;
    }

    private int idOf(String topic, Schema schema) {
        if (registry == null) {
            throw new IllegalStateException("The serializer was not configured");
        }
        String subject = topic + (isKey ? "-key" : "-value");
        return autoRegister ? registry.register(subject, schema) : registry.lookUp(subject, schema);
    }

    private static DatumWriter<Object> writer(Schema schema, GenericContainer datum) {
        return datum instanceof SpecificRecord
                ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(datum.getClass()))
                : new GenericDatumWriter<>(schema, GenericData.get());
    }
}
