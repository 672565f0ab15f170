package io.luxqoe.local.reference;

import io.luxqoe.local.runtime.LocalException;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.MalformedRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The reference topics of a broker. All loads have one transactional id: a load that begins fences an older one that
 * still runs, which then writes nothing, and ends a transaction that was left open by one that was killed.
 */
public final class KafkaReferenceStore implements ReferenceStore, AutoCloseable {

    private static final String TRANSACTIONAL_ID = "lux-reference-load";
    private static final Duration TRANSACTION_LIMIT = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(200);

    /** How long a topic may give nothing before it is given up. */
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private final String bootstrap;
    private final AvroSerdes serdes;
    private final Consumer<String> progress;
    private @Nullable KafkaProducer<String, byte[]> producer;

    /**
     * @param bootstrap addresses of brokers
     * @param serdes of the reference records
     * @param progress hears how far reading and writing are, now and then
     */
    public KafkaReferenceStore(String bootstrap, AvroSerdes serdes, Consumer<String> progress) {
        this.bootstrap = bootstrap;
        this.serdes = serdes;
        this.progress = progress;
    }

    @Override
    public void begin() {
        KafkaProducer<String, byte[]> made = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        TRANSACTIONAL_ID,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        (int) TRANSACTION_LIMIT.toMillis(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
        producer = made;
        try {
            made.initTransactions();
        } catch (KafkaException e) {
            throw new LocalException("The broker at " + bootstrap + " begins no transaction: " + e.getMessage(), e);
        }
    }

    @Override
    public Content read(ReferenceTable table) {
        Map<String, byte[]> values = new HashMap<>();
        String topic = table.topic().topicName();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long heard = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                    heard = System.nanoTime();
                    put(values, entry);
                }
                if (System.nanoTime() - heard > SILENCE.toNanos()) {
                    throw new LocalException("The broker at " + bootstrap + " does not give " + topic + " to its end");
                }
                progress.accept(String.format("reading %s: %,d keys", table, values.size()));
            }
        } catch (KafkaException e) {
            throw new LocalException("The topic " + topic + " cannot be read: " + e.getMessage(), e);
        }
        return new TopicContent(topic, values, serdes.forValue(table.type()).deserializer());
    }

    private static void put(Map<String, byte[]> values, ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null) {
            return;
        }
        String key = new String(entry.key(), StandardCharsets.UTF_8);
        if (entry.value() == null) {
            values.remove(key);
        } else {
            values.put(key, entry.value());
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The records as octets: decoded, a large table would need several times the memory. */
    private record TopicContent(
            String topic, Map<String, byte[]> values, Deserializer<? extends SpecificRecord> deserializer)
            implements Content {

        @Override
        public @Nullable SpecificRecord get(String key) {
            byte[] octets = values.get(key);
            try {
                return octets == null ? null : deserializer.deserialize(topic, octets);
            } catch (MalformedRecordException e) {
                return null;
            } catch (KafkaException e) {
                // Taken for absent, what is there would lose its history.
                throw new LocalException("The records of " + topic + " cannot be read: " + e.getMessage(), e);
            }
        }

        @Override
        public Set<String> keys() {
            return Collections.unmodifiableSet(values.keySet());
        }
    }

    @Override
    public void write(Stream<Write> writes) {
        KafkaProducer<String, byte[]> writer = producer;
        if (writer == null) {
            throw new IllegalStateException("Nothing is written before begin()");
        }
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Map<ReferenceTable, Serializer<SpecificRecord>> serializers = new EnumMap<>(ReferenceTable.class);
        long[] sent = {0};
        try {
            writer.beginTransaction();
            writes.forEach(write -> {
                byte[] value = write.value() == null
                        ? null
                        : serializers
                                .computeIfAbsent(write.table(), this::serializer)
                                .serialize(write.table().topic().topicName(), write.value());
                var unused = writer.send(
                        new ProducerRecord<>(write.table().topic().topicName(), write.key(), value),
                        (metadata, exception) -> failure.compareAndSet(null, exception));
                if (++sent[0] % 1_000 == 0) {
                    progress.accept(String.format("writing: %,d records", sent[0]));
                }
            });
            writer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw overtaken(e);
        } catch (KafkaException e) {
            Exception first = failure.get();
            if (e.getCause() instanceof ProducerFencedException || first instanceof ProducerFencedException) {
                throw overtaken(e);
            }
            abort(writer);
            throw new LocalException("Nothing was written: " + (first == null ? e : first).getMessage(), e);
        }
    }

    private static LocalException overtaken(KafkaException e) {
        return new LocalException("Nothing was written: another load has begun meanwhile; load again after it", e);
    }

    private static void abort(KafkaProducer<String, byte[]> writer) {
        try {
            writer.abortTransaction();
        } catch (KafkaException e) {
            // The broker aborts it when its time is over, and the next load at once.
        }
    }

    @SuppressWarnings("unchecked") // a table's records are all of its class
    private Serializer<SpecificRecord> serializer(ReferenceTable table) {
        return (Serializer<SpecificRecord>)
                (Serializer<?>) serdes.forValue(table.type()).serializer();
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }
}
