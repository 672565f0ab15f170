package io.luxqoe.local.count;

import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was committed to the topics and counts it, on a thread of its own.
 *
 * <p>What the topics hold when it starts belongs to earlier runs and is not counted.
 */
public final class TrafficCounter implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private static final Set<LuxTopic> COUNTED = EnumSet.of(
            LuxTopic.EVENT_DECODED,
            LuxTopic.EVENT_ENRICHED,
            LuxTopic.EVENT_LATE,
            LuxTopic.VIDEO_SESSION,
            LuxTopic.KPI_COMPUTED,
            LuxTopic.KPI_PROGRESS,
            LuxTopic.SOURCE_STATUS,
            LuxTopic.ALARM_CHANGED,
            LuxTopic.DECODER_DEAD_LETTER,
            LuxTopic.ENRICHMENT_DEAD_LETTER,
            LuxTopic.KPI_DEAD_LETTER,
            LuxTopic.ALARM_DEAD_LETTER);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicTally tally;
    private final InstantSource clock;
    private final List<TopicPartition> raw;
    private final long rawBefore;
    private final Counts before;
    private final Thread thread;

    private volatile Counts counts = Counts.NONE;
    private volatile @Nullable RuntimeException failure;
    private volatile boolean closing;

    private TrafficCounter(Consumer<byte[], byte[]> consumer, TopicTally tally, InstantSource clock, int partitions) {
        this.consumer = consumer;
        this.tally = tally;
        this.clock = clock;
        this.raw = Arrays.stream(LuxTopic.values())
                .filter(topic -> topic.policy() == LuxTopic.Policy.RAW)
                .flatMap(topic -> partitions(topic, partitions).stream())
                .toList();
        List<TopicPartition> counted = COUNTED.stream()
                .flatMap(topic -> partitions(topic, partitions).stream())
                .toList();
        consumer.assign(counted);
        consumer.seekToBeginning(counted);
        this.rawBefore = rawEnd();
        readUntil(consumer.endOffsets(counted));
        tally.clearLatency();
        this.before = tally.counts(rawBefore);
        this.thread = new Thread(this::run, "traffic-counter");
        thread.setDaemon(true);
    }

    /**
     * Starts counting.
     *
     * @param bootstrap addresses of brokers
     * @param serdes how the records are written
     * @param partitions partitions of every topic
     * @param clock time at which a record is received
     */
    public static TrafficCounter start(String bootstrap, AvroSerdes serdes, int partitions, InstantSource clock) {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try {
            TrafficCounter counter = new TrafficCounter(consumer, new TopicTally(serdes), clock, partitions);
            counter.thread.start();
            return counter;
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /**
     * What was counted so far.
     *
     * @throws IllegalStateException if counting has failed
     */
    public Counts counts() {
        RuntimeException cause = failure;
        if (cause != null) {
            throw new IllegalStateException("Counting has failed", cause);
        }
        return counts;
    }

    /** Stops counting; {@link #counts()} stays as it is. */
    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                add(consumer.poll(POLL));
                counts = tally.counts(rawEnd()).since(before);
            }
        } catch (WakeupException e) {
            if (!closing) {
                failure = e;
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void readUntil(Map<TopicPartition, Long> ends) {
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            add(consumer.poll(POLL));
        }
    }

    private void add(ConsumerRecords<byte[], byte[]> batch) {
        for (ConsumerRecord<byte[], byte[]> entry : batch) {
            tally.add(LuxTopic.named(entry.topic()).orElseThrow(), entry, clock.instant());
        }
    }

    /** Raw records are not written in transactions: every offset is a record. */
    private long rawEnd() {
        return consumer.endOffsets(raw).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static List<TopicPartition> partitions(LuxTopic topic, int partitions) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
                .toList();
    }
}
