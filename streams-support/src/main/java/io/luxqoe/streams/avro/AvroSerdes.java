package io.luxqoe.streams.avro;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/**
 * Serdes of the Avro records.
 *
 * <p>The serializer and deserializer are classes by configuration: {@code lux.avro.serializer} and {@code
 * lux.avro.deserializer}, {@link AvroSerializer} and {@link AvroDeserializer} unless set, found by the context class
 * loader. They are configured with every other property given, such as {@code schema.registry.url}; the deserializer
 * also with {@code specific.avro.reader=true} and the record class.
 */
public final class AvroSerdes {

    private final Map<String, Object> config;
    private final Class<? extends Serializer<?>> serializer;
    private final Class<? extends Deserializer<?>> deserializer;

    /**
     * @param config the two class names, and what is passed on to the classes
     * @throws org.apache.kafka.common.config.ConfigException if a class is not there or is no (de)serializer
     */
    @SuppressWarnings("unchecked")
    public AvroSerdes(Map<String, ?> config) {
        TrustedClasses.install();
        Class<?> writes = AvroConfig.type(config, AvroConfig.SERIALIZER, Serializer.class);
        Class<?> reads = AvroConfig.type(config, AvroConfig.DESERIALIZER, Deserializer.class);
        this.serializer = writes == null ? AvroSerializer.class : (Class<? extends Serializer<?>>) writes;
        this.deserializer = reads == null ? AvroDeserializer.class : (Class<? extends Deserializer<?>>) reads;
        this.config = new HashMap<>(config);
        this.config.remove(AvroConfig.SERIALIZER);
        this.config.remove(AvroConfig.DESERIALIZER);
    }

    /** Serdes over a registry in memory; all of one {@code scope} share it within the process. For tests. */
    public static AvroSerdes mock(String scope) {
        return new AvroSerdes(Map.of(AvroConfig.URL, MockRegistry.SCHEME + scope));
    }

    /** A serde of {@code type} as a record value. */
    public <T extends SpecificRecord> Serde<T> forValue(Class<T> type) {
        return serde(type, false);
    }

    /**
     * A serde of {@code type} as a record value, which keeps the octets of the items of an array beside them when it reads.
     *
     * @param array name of a field
     */
    public <T extends SpecificRecord> Serde<Sliced<T>> forSlicedValue(Class<T> type, String array) {
        Serde<T> usual = forValue(type);
        return Serdes.serdeFrom(
                (topic, sliced) -> usual.serializer().serialize(topic, sliced == null ? null : sliced.whole()),
                new SlicingDeserializer<>(usual.deserializer(), type, array));
    }

    /** A serde of {@code type} as a record key. */
    public <T extends SpecificRecord> Serde<T> forKey(Class<T> type) {
        return serde(type, true);
    }

    @SuppressWarnings("unchecked") // the classes are configured to write and read this type
    private <T> Serde<T> serde(Class<T> type, boolean isKey) {
        Serializer<T> writes = (Serializer<T>) Utils.newInstance(serializer);
        writes.configure(config, isKey);
        Map<String, Object> reading = new HashMap<>(config);
        reading.put(AvroConfig.SPECIFIC_READER, true);
        reading.put(isKey ? AvroConfig.SPECIFIC_KEY_TYPE : AvroConfig.SPECIFIC_VALUE_TYPE, type);
        Deserializer<T> reads = (Deserializer<T>) Utils.newInstance(deserializer);
        reads.configure(reading, isKey);
        return Serdes.serdeFrom(writes, reads);
    }
}
