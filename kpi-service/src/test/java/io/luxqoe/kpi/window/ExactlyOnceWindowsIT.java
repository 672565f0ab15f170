package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.streams.PartitionMark;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.NewTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a driver cannot show: sums held in memory are safe under real transactions, when threads die in the middle of an
 * interval and tasks move, and the promises of several tasks close each window once.
 */
class ExactlyOnceWindowsIT {

    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(1);
    private static final String[] SIZES = {"PT1M", "PT5M/PT1M", "PT15M", "PT1H", "P1D"};
    private static final int PARTITIONS = 3;
    private static final int SOURCES = 5;
    private static final int BLOCKS = 120;
    private static final int EVENTS = 20;

    @TempDir
    Path folder;

    private final AvroSerdes serdes =
            AvroSerdes.mock("exactly-once-" + ThreadLocalRandom.current().nextLong());
    private final KpiTopics topics = KpiTopics.with(serdes);
    private final List<KafkaStreams> instances = new ArrayList<>();
    private KafkaClusterTestKit cluster;

    @BeforeEach
    void startBroker() throws Exception {
        cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "4")
                .setConfigProp("offsets.topic.num.partitions", "4")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        try (Admin admin = cluster.admin()) {
            NewTopics.create(
                    admin,
                    List.of(
                            new NewTopic(topics.enriched().name(), PARTITIONS, (short) 1),
                            new NewTopic(topics.late().name(), PARTITIONS, (short) 1),
                            new NewTopic(topics.computed().name(), PARTITIONS, (short) 1),
                            new NewTopic(topics.videoSessions().name(), PARTITIONS, (short) 1),
                            new NewTopic(topics.progress().name(), 1, (short) 1),
                            new NewTopic(topics.alarms().name(), 1, (short) 1)));
        }
    }

    @AfterEach
    void stopAll() throws Exception {
        instances.forEach(streams -> streams.close(Duration.ofSeconds(20)));
        cluster.close();
    }

    @Test
    void deathsAndMovesChangeNoFinalWindow() throws Exception {
        List<ProducerRecord<String, EnrichedBlock>> traffic = traffic();
        FailingOnce failing = new FailingOnce(topics.enriched().valueSerde(), Set.of(250, 450));
        start("a", failing);

        try (KafkaProducer<String, EnrichedBlock> producer = producer()) {
            send(producer, traffic.subList(0, traffic.size() / 2));
            start("b", failing);
            send(producer, traffic.subList(traffic.size() / 2, traffic.size()));
            // A thread that dies on purpose must not end the wait for its death.
            await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(1)).until(() -> failing.failures() == 2);
            instances.remove(0).close(Duration.ofSeconds(20));
            for (int source = 0; source < SOURCES; source++) {
                send(
                        producer,
                        List.of(new ProducerRecord<>(
                                topics.enriched().name(), "msc-" + source, Events.idle("msc-" + source))));
            }
            for (int partition = 0; partition < PARTITIONS; partition++) {
                String mark = PartitionMark.keyOf(partition);
                send(
                        producer,
                        List.of(new ProducerRecord<>(topics.enriched().name(), partition, mark, Events.idle(mark))));
            }
        }

        Map<String, Long> expected = oracle(traffic);
        Map<String, Long> seen = new TreeMap<>();
        try (KafkaConsumer<KpiKey, KpiWindow> consumer = consumer(topics.computed())) {
            consumer.subscribe(List.of(topics.computed().name()));
            await().dontCatchUncaughtExceptions().atMost(Duration.ofMinutes(2)).until(() -> {
                for (ConsumerRecord<KpiKey, KpiWindow> message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.value().getStatus() == KpiWindowStatus.FINAL) {
                        String window =
                                message.key().getAxis() + "|" + message.key().getWindowSize() + "|"
                                        + message.value().getStart();
                        Long twice = seen.put(
                                window, message.value().getMeasurements().get("seizures"));
                        assertThat(twice).as("FINAL is said once of " + window).isNull();
                    }
                }
                return seen.size() >= expected.size();
            });
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(failing.failures()).isEqualTo(2);
    }

    /** Each source in its own order, with some disorder within grace and some events late by their own source. */
    private List<ProducerRecord<String, EnrichedBlock>> traffic() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<ProducerRecord<String, EnrichedBlock>> traffic = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            for (int source = 0; source < SOURCES; source++) {
                String id = "msc-" + source;
                EnrichedEvent[] events = new EnrichedEvent[EVENTS];
                for (int i = 0; i < EVENTS; i++) {
                    long offset = 10L * block + random.nextInt(50) - (block > 0 && random.nextInt(50) == 0 ? 600 : 0);
                    events[i] = Events.answeredCall(id, NOON.plusSeconds(offset));
                }
                traffic.add(new ProducerRecord<>(topics.enriched().name(), id, Events.block(id, events)));
            }
        }
        return traffic;
    }

    /** Seizures by axis and window start, counted one by one. */
    private static Map<String, Long> oracle(List<ProducerRecord<String, EnrichedBlock>> traffic) {
        Map<String, Instant> highest = new HashMap<>();
        Map<String, Long> windows = new TreeMap<>();
        for (ProducerRecord<String, EnrichedBlock> message : traffic) {
            for (EnrichedEvent event : message.value().getEvents()) {
                Instant time = event.getEvent().getEventTime();
                Instant start = Instant.ofEpochSecond(time.getEpochSecond() / 60 * 60);
                Instant before = highest.getOrDefault(message.key(), Instant.MIN);
                if (!start.plusSeconds(60).plus(GRACE).isBefore(before)) {
                    for (Axis axis : KpiHarness.AXES) {
                        for (WindowSize size :
                                KpiHarness.spec(GRACE, SIZES).sizes().all()) {
                            size.forEachHolding(
                                    time.toEpochMilli(),
                                    of -> windows.merge(
                                            axis.id() + "|" + size.id() + "|" + Instant.ofEpochMilli(of),
                                            1L,
                                            Long::sum));
                        }
                    }
                }
                highest.put(message.key(), time.isAfter(before) ? time : before);
            }
        }
        return windows;
    }

    private void start(String name, FailingOnce failing) {
        Properties settings = KpiHarness.settings(folder.resolve(name));
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 10);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 20);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 500);
        WindowSpec often = KpiHarness.spec(GRACE, PARTITIONS, PARTITIONS, SIZES);
        WindowSpec window = new WindowSpec(
                often.sizes(),
                often.history(),
                GRACE,
                Duration.ofSeconds(1),
                // seldom, so that most drains are those before a commit
                Duration.ofSeconds(3),
                PARTITIONS,
                PARTITIONS,
                often.video(),
                often.windowsAtOnce(),
                often.baseline());
        KpiTopics withFailures = new KpiTopics(
                new Topic<>(topics.enriched().name(), Serdes.String(), failing.serde()),
                topics.late(),
                topics.progress(),
                topics.videoSessions(),
                topics.computed(),
                topics.alarms());
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        new MeasurementTopology(
                        withFailures,
                        window,
                        KpiHarness.AXES,
                        KpiCatalogue.standard(),
                        FinalListener.NONE,
                        new WindowMeters(new SimpleMeterRegistry()))
                .addTo(builder);
        KafkaStreams streams = new KafkaStreams(builder.build(), settings);
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        instances.add(streams);
    }

    private static void send(
            KafkaProducer<String, EnrichedBlock> producer, List<ProducerRecord<String, EnrichedBlock>> messages) {
        messages.forEach(message -> {
            var unused = producer.send(message);
        });
        producer.flush();
    }

    private KafkaProducer<String, EnrichedBlock> producer() {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        return new KafkaProducer<>(
                settings,
                Serdes.String().serializer(),
                topics.enriched().valueSerde().serializer());
    }

    private <K, V> KafkaConsumer<K, V> consumer(Topic<K, V> topic) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, "reader");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return new KafkaConsumer<>(
                settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
    }
}
