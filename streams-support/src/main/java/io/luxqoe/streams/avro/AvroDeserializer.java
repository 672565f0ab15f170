package io.luxqoe.streams.avro;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads Avro records in Confluent's wire format; null stays null. Safe for many threads. */
public final class AvroDeserializer implements Deserializer<GenericContainer> {

    private @Nullable SchemaRegistry registry;
    private @Nullable Class<? extends SpecificRecord> type;
    private final Map<Integer, DatumReader<GenericContainer>> readers = new ConcurrentHashMap<>();

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        TrustedClasses.install();
        this.registry = RegistrySettings.registry(config);
        this.type = AvroConfig.type(
                config, isKey ? AvroConfig.SPECIFIC_KEY_TYPE : AvroConfig.SPECIFIC_VALUE_TYPE, SpecificRecord.class);
    }

    @Override
    public @Nullable GenericContainer deserialize(String topic, byte @Nullable [] octets) {
        if (octets == null) {
            return null;
        }
        int id = WireFormat.schemaId(octets);
        DatumReader<GenericContainer> reader = readers.computeIfAbsent(id, this::reader);
        try {
            int length = octets.length - WireFormat.HEADER_LENGTH;
            return reader.read(
                    null, DecoderFactory.get().binaryDecoder(octets, WireFormat.HEADER_LENGTH, length, null));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("Cannot read a record of schema id " + id + " as Avro", e);
        }
    }

    private DatumReader<GenericContainer> reader(int id) {
        if (registry == null) {
            throw new IllegalStateException("The deserializer was not configured");
        }
        Schema written = registry.byId(id);
        if (type == null) {
            return new GenericDatumReader<>(written);
        }
        SpecificData data = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(written, data.getSchema(type), data);
    }
}
