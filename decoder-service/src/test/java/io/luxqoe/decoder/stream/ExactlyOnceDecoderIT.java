package io.luxqoe.decoder.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.Cdrs;
import io.luxqoe.decoder.samples.TestBroker;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.testing.CommonSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a driver cannot show: under real transactions, with threads that die between a raw record and its commit and an
 * instance that comes back with nothing on its disk, each CDR has one outcome, and what was seen is still known.
 */
class ExactlyOnceDecoderIT {
    private static final int PARTITIONS = 2;
    private static final int SOURCES = 3;
    private static final int FILES = 100;
    private static final int CALLS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final Map<String, Integer> timesSeen = new HashMap<>();
    private final Map<String, SourceStatus> statuses = new HashMap<>();
    private KafkaClusterTestKit cluster;
    private KafkaProducer<byte[], byte[]> producer;
    private KafkaConsumer<String, EventBlock> blocks;
    private KafkaConsumer<String, SourceStatus> statusReader;
    private KafkaConsumer<byte[], byte[]> letterReader;

    @BeforeEach
    void startBroker() throws Exception {
        cluster = TestBroker.start(
                PARTITIONS, Raw.CS_CDR.name(), Raw.DECODED.name(), Raw.DEAD_LETTERS.name(), Raw.STATUSES.name());
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        blocks = consumer(Raw.DECODED);
        statusReader = consumer(Raw.STATUSES);
        letterReader = consumer(Raw.DEAD_LETTERS);
    }

    @AfterEach
    void stopBroker() throws Exception {
        blocks.close();
        statusReader.close();
        letterReader.close();
        producer.close();
        cluster.close();
    }

    @Test
    void everyCallHasOneOutcomeThroughDeathsAndAStartFromNothing() {
        DyingListener firstDeaths = new DyingListener(Set.of(40, 150));
        try (KafkaStreams first = start("first", firstDeaths)) {
            sendAll();
            awaitTotals(FILES);
            assertThat(first.state().isRunningOrRebalancing()).isTrue();
        }
        DyingListener secondDeaths = new DyingListener(Set.of(120));
        try (KafkaStreams second = start("second", secondDeaths)) {
            sendAll();
            awaitTotals(2 * FILES);
            assertThat(second.state().isRunningOrRebalancing()).isTrue();
        }

        assertThat(firstDeaths.died).hasSize(2);
        assertThat(secondDeaths.died).hasSize(1);
        assertThat(statuses.values()).hasSize(SOURCES).allSatisfy(status -> {
            assertThat(status.getEvents()).isEqualTo(FILES * CALLS);
            assertThat(status.getDuplicates()).isEqualTo(FILES * CALLS);
            assertThat(status.getRejected()).isEqualTo(2 * FILES);
            assertThat(status.getGapsFound()).isEqualTo(FILES / 10 - 1);
            assertThat(status.getNumbersMissing()).isEqualTo(FILES / 10 - 1);
            assertThat(status.getLastFileSequence()).isEqualTo(fileNumber(FILES - 1));
        });
        read(() -> timesSeen.size() >= SOURCES * FILES * CALLS);
        assertThat(timesSeen.values()).hasSize(SOURCES * FILES * CALLS).containsOnly(1);
        assertThat(letters()).isEqualTo(SOURCES * FILES * 2);
    }

    /** Each file of each source: calls that only it has, and one record that fails. */
    private void sendAll() {
        for (int file = 0; file < FILES; file++) {
            for (int source = 0; source < SOURCES; source++) {
                byte[][] cdrs = new byte[CALLS + 1][];
                for (int call = 0; call < CALLS; call++) {
                    cdrs[call] = Cdrs.call(file * CALLS + call);
                }
                cdrs[CALLS] = Cdrs.moCall(Ber.primitive(1, Cdrs.IMSI));
                var unused = producer.send(new ProducerRecord<>(
                        Raw.CS_CDR.name(), Raw.key("msc-" + source), Cdrs.numberedFile(fileNumber(file), cdrs)));
            }
        }
        producer.flush();
    }

    /** One number is left out after each ten. */
    private static int fileNumber(int file) {
        return file + file / 10;
    }

    private void awaitTotals(int rawRecords) {
        read(() -> statuses.size() == SOURCES
                && statuses.values().stream().allMatch(status -> status.getRawRecords() == rawRecords));
    }

    private void read(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> {
            statusReader.poll(Duration.ofMillis(100)).forEach(status -> statuses.put(status.key(), status.value()));
            blocks.poll(Duration.ofMillis(100)).forEach(block -> {
                for (NetworkEvent event : block.value().getEvents()) {
                    timesSeen.merge(event.getEventId(), 1, Integer::sum);
                }
            });
            return condition.call();
        });
    }

    private int letters() {
        AtomicInteger letters = new AtomicInteger();
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).until(() -> {
            int more = letterReader.poll(Duration.ofSeconds(1)).count();
            letters.addAndGet(more);
            return more == 0 && letters.get() >= SOURCES * FILES * 2;
        });
        return letters.get();
    }

    private KafkaStreams start(String name, DecoderListener listener) {
        Properties settings = CommonSettings.of("decoder-service");
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 500);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        DecoderOptions options = new DecoderOptions(
                Duration.ofMillis(100),
                Duration.ofHours(1),
                5,
                Duration.ofMinutes(1),
                FILES * CALLS,
                Duration.ofDays(30),
                Raw.options().topics(),
                SourceRules.NONE,
                false);
        DecoderTopology topology = new DecoderTopology(Raw.SERDES, TestRules.rules(), options, listener);
        KafkaStreams streams = new KafkaStreams(
                topology.addTo(CommonSettings.builder(settings)).build(settings), settings);
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        return streams;
    }

    private <K, V> KafkaConsumer<K, V> consumer(Topic<K, V> topic) {
        KafkaConsumer<K, V> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "reader-of-" + topic.name(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
        consumer.subscribe(List.of(topic.name()));
        return consumer;
    }

    /** Throws an error, which no handler catches, when certain raw records are just done: their transaction is lost. */
    private static final class DyingListener implements DecoderListener {
        private final AtomicInteger records = new AtomicInteger();
        private final Set<Integer> died = ConcurrentHashMap.newKeySet();
        private final Set<Integer> deaths;

        DyingListener(Set<Integer> deaths) {
            this.deaths = deaths;
        }

        @Override
        public void decoded(int events, int duplicates) {
            int number = records.incrementAndGet();
            if (deaths.contains(number)) {
                died.add(number);
                throw new AssertionError("a death on purpose, at record " + number);
            }
        }

        @Override
        public void rejected(RejectReason reason) {}
    }
}
