package io.luxqoe.local.runtime;

import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes reference records and alarm rules to their topics. */
final class ReferenceLoader {

    private ReferenceLoader() {}

    /**
     * Writes all and waits until they have arrived.
     *
     * @return how many there were
     */
    static long load(String bootstrap, AvroSerdes serdes, Stream<ReferenceData.Entry> entries) {
        Map<LuxTopic, Serializer<SpecificRecord>> serializers = new EnumMap<>(LuxTopic.class);
        AtomicReference<Exception> failure = new AtomicReference<>();
        Callback onDone = (metadata, exception) -> failure.compareAndSet(null, exception);
        long count;
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new StringSerializer(),
                new ByteArraySerializer())) {
            count = entries.peek(entry -> {
                        Serializer<SpecificRecord> serializer =
                                serializers.computeIfAbsent(entry.topic(), topic -> serializer(serdes, entry.value()));
                        String topic = entry.topic().topicName();
                        byte[] value = serializer.serialize(topic, entry.value());
                        var unused = producer.send(new ProducerRecord<>(topic, entry.key(), value), onDone);
                    })
                    .mapToLong(entry -> 1)
                    .sum();
            producer.flush();
        }
        Exception cause = failure.get();
        if (cause != null) {
            throw new LocalException("The reference data cannot be loaded: " + cause.getMessage(), cause);
        }
        return count;
    }

    @SuppressWarnings("unchecked") // a topic's records are all of one class
    private static Serializer<SpecificRecord> serializer(AvroSerdes serdes, SpecificRecord value) {
        return (Serializer<SpecificRecord>)
                (Serializer<?>) serdes.forValue(value.getClass()).serializer();
    }
}
