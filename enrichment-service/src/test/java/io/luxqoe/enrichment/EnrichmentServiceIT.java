package io.luxqoe.enrichment;

import static io.luxqoe.enrichment.TestRecords.CELL;
import static io.luxqoe.enrichment.TestRecords.HOME;
import static io.luxqoe.enrichment.TestRecords.SOURCE;
import static io.luxqoe.enrichment.TestRecords.SUBSCRIBER;
import static io.luxqoe.enrichment.TestRecords.TAC;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.cause;
import static io.luxqoe.enrichment.TestRecords.cell;
import static io.luxqoe.enrichment.TestRecords.device;
import static io.luxqoe.enrichment.TestRecords.equipment;
import static io.luxqoe.enrichment.TestRecords.number;
import static io.luxqoe.enrichment.TestRecords.operator;
import static io.luxqoe.enrichment.TestRecords.source;
import static io.luxqoe.enrichment.TestRecords.subscriber;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.PartitionMark;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.luxqoe.streams.testing.NewTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started, on a real broker, exactly once. */
class EnrichmentServiceIT {
    private static final String REGISTRY = "mock://enrichment-service-it";
    private static final String KEYS = "lux.enrichment.reference.keys";
    private static final int PARTITIONS = 4;
    private static final byte[] NO_AVRO = {9, 9, 9};
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", REGISTRY));
    private final List<Future<?>> sent = new ArrayList<>();
    private final List<ConsumerRecord<String, EnrichedBlock>> enriched = new ArrayList<>();

    @TempDir
    Path stateFolder;

    private KafkaClusterTestKit cluster;
    private Producer<String, byte[]> producer;
    private Consumer<String, EnrichedBlock> consumer;

    @BeforeEach
    void startBroker() throws Exception {
        cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setNumControllerNodes(1)
                        .setNumBrokerNodes(1)
                        .setCombined(true)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        try (var admin = cluster.admin()) {
            NewTopics.create(
                    admin,
                    Arrays.stream(LuxTopic.values())
                            .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                            .toList());
        }
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        // A second batch in flight may reach a topic just created before the first, which then can
                        // never be in sequence.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                consumerSettings("test"),
                new StringDeserializer(),
                serdes.forValue(EnrichedBlock.class).deserializer());
        consumer.subscribe(List.of(LuxTopic.EVENT_ENRICHED.topicName()));
    }

    @AfterEach
    void stopBroker() throws Exception {
        consumer.close();
        producer.close();
        cluster.close();
    }

    @Test
    void noEventIsJoinedBeforeTheTablesAreReadAndARestartReadsThemAgain() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            put(LuxTopic.REFERENCE_CELL, "208-20-1-" + i, cell().build());
        }
        put(LuxTopic.REFERENCE_CELL, CELL, cell().build());
        put(LuxTopic.REFERENCE_CAUSE, "Q850:17", cause().build());
        put(LuxTopic.REFERENCE_DEVICE_TYPE, TAC, device().build());
        put(LuxTopic.REFERENCE_DIALLED_NUMBER, "15", number("15").build());
        put(LuxTopic.REFERENCE_SUBSCRIBER, SUBSCRIBER, subscriber().build());
        put(LuxTopic.REFERENCE_SOURCE, SOURCE, source().build());
        put(LuxTopic.REFERENCE_OPERATOR, HOME, operator().build());
        put(LuxTopic.REFERENCE_EQUIPMENT, "bts-1", equipment("bts-1", null).build());
        send(LuxTopic.REFERENCE_CELL, CELL, NO_AVRO);
        sendBlocks(0, 50);

        try (ConfigurableApplicationContext first = start()) {
            awaitBlocks(50);

            assertThat(gauge(meters(first), KEYS)).isEqualTo(1_001);
            assertThat(meters(first).get("lux.enrichment.events").counter().count())
                    .isEqualTo(50);
        }
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.getMissingReferences()).isEmpty();
            assertThat(event.getCell()).extracting(CellContext::getRegion).isEqualTo("idf");
        });

        enriched.clear();
        put(LuxTopic.REFERENCE_CELL, CELL, cell().setRegion("paca").build());
        send(LuxTopic.REFERENCE_DEVICE_TYPE, TAC, null);
        sendBlocks(50, 100);

        try (ConfigurableApplicationContext second = start()) {
            awaitBlocks(50);

            assertThat(events()).allSatisfy(event -> {
                assertThat(event.getCell()).extracting(CellContext::getRegion).isEqualTo("paca");
                assertThat(event.getSubscriber()).isNotNull();
                assertThat(event.getMissingReferences()).containsExactly(new MissingReference("device-type", TAC));
            });
            assertThat(events())
                    .extracting(event -> event.getEvent().getEventId())
                    .containsExactlyElementsOf(
                            IntStream.range(50, 100).mapToObj(i -> "e-" + i).toList());
            checkARunningService(second);
        }
        assertBrokenCellIsADeadLetter();
    }

    /** A broken record after the tables are read, and the good one after it; then a mark for each partition. */
    private void checkARunningService(ConfigurableApplicationContext service) throws Exception {
        enriched.clear();
        send(LuxTopic.REFERENCE_CELL, CELL, NO_AVRO);
        send(LuxTopic.REFERENCE_CELL, CELL, null);
        settle();
        Awaitility.await().atMost(PATIENCE).until(() -> gauge(meters(service), KEYS) == 1_000);
        assertThat(meters(service)
                        .get("lux.enrichment.reference.rejected")
                        .tag("table", "cell")
                        .counter()
                        .count())
                .isEqualTo(2);
        sendMarks();
        awaitBlocks(PARTITIONS);
        assertThat(enriched).hasSize(PARTITIONS).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(PartitionMark.keyOf(record.partition()));
            assertThat(record.value().getSourceIdle()).isTrue();
        });
    }

    private void sendMarks() {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            EventBlock mark = EventBlock.newBuilder()
                    .setSource(PartitionMark.keyOf(partition))
                    .setSourceIdle(true)
                    .setEvents(List.of())
                    .build();
            sent.add(producer.send(new ProducerRecord<>(
                    LuxTopic.EVENT_DECODED.topicName(),
                    partition,
                    mark.getSource(),
                    octets(LuxTopic.EVENT_DECODED, mark))));
        }
    }

    /** The same letter again for each start that reads the broken record again: at least once, by its origin. */
    private void assertBrokenCellIsADeadLetter() {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        try (Consumer<byte[], byte[]> reader = new KafkaConsumer<>(
                consumerSettings("letters"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            reader.subscribe(List.of(LuxTopic.ENRICHMENT_DEAD_LETTER.topicName()));
            Awaitility.await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(200)).forEach(letters::add);
                return !letters.isEmpty();
            });
        }
        assertThat(letters).allSatisfy(letter -> {
            assertThat(letter.key()).asString(StandardCharsets.UTF_8).isEqualTo(CELL);
            assertThat(letter.value()).isEqualTo(NO_AVRO);
            assertThat(letter.headers()
                            .lastHeader(DeadLetterHeaders.ORIGIN_TOPIC)
                            .value())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(LuxTopic.REFERENCE_CELL.topicName());
        });
    }

    private List<EnrichedEvent> events() {
        return enriched.stream()
                .map(record -> record.value().getEvents().get(0))
                .toList();
    }

    private static MeterRegistry meters(ConfigurableApplicationContext service) {
        return service.getBean(MeterRegistry.class);
    }

    private static double gauge(MeterRegistry meters, String name) {
        return meters.get(name).tag("table", "cell").gauge().value();
    }

    private void sendBlocks(int from, int to) {
        for (int i = from; i < to; i++) {
            put(LuxTopic.EVENT_DECODED, SOURCE, block(call("e-" + i, "15").build()));
        }
    }

    private void put(LuxTopic topic, String key, SpecificRecord value) {
        send(topic, key, octets(topic, value));
    }

    @SuppressWarnings("unchecked") // the serde of the record's own class
    private byte[] octets(LuxTopic topic, SpecificRecord value) {
        Class<SpecificRecord> type = (Class<SpecificRecord>) value.getClass();
        return serdes.forValue(type).serializer().serialize(topic.topicName(), value);
    }

    private void send(LuxTopic topic, String key, byte @Nullable [] value) {
        sent.add(producer.send(new ProducerRecord<>(topic.topicName(), key, value)));
    }

    private void settle() throws Exception {
        for (Future<?> record : sent) {
            record.get();
        }
        sent.clear();
    }

    private void awaitBlocks(int blocks) throws Exception {
        settle();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(enriched::add);
            return enriched.size() >= blocks;
        });
    }

    private Map<String, Object> consumerSettings(String group) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
    }

    private ConfigurableApplicationContext start() throws Exception {
        settle();
        return new SpringApplicationBuilder(EnrichmentApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                        "--spring.kafka.streams.state-dir=" + stateFolder,
                        "--lux.instance-id=it",
                        "--lux.avro.properties.[schema.registry.url]=" + REGISTRY,
                        "--logging.level.root=error",
                        "--logging.level.org.apache.kafka=error",
                        "--logging.level.org.apache.kafka.streams.KafkaStreams=error");
    }
}
