package io.luxqoe.enrichment;

import static io.luxqoe.enrichment.TestRecords.CELL;
import static io.luxqoe.enrichment.TestRecords.SOURCE;
import static io.luxqoe.enrichment.TestRecords.SUBSCRIBER;
import static io.luxqoe.enrichment.TestRecords.TAC;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.cause;
import static io.luxqoe.enrichment.TestRecords.cell;
import static io.luxqoe.enrichment.TestRecords.device;
import static io.luxqoe.enrichment.TestRecords.number;
import static io.luxqoe.enrichment.TestRecords.source;
import static io.luxqoe.enrichment.TestRecords.subscriber;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
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
    private static final int PARTITIONS = 4;

    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", REGISTRY));
    private final List<EnrichedBlock> enriched = new ArrayList<>();

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
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        try (var admin = cluster.admin()) {
            admin.createTopics(java.util.Arrays.stream(LuxTopic.values())
                            .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG, "test",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
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
        send(LuxTopic.REFERENCE_CELL, CELL, new byte[] {9, 9, 9});
        sendBlocks(0, 50);

        ConfigurableApplicationContext first = start();
        awaitBlocks(50);
        first.close();

        assertThat(enriched).allSatisfy(block -> {
            assertThat(block.getSourceContext()).isNotNull();
            assertThat(block.getEvents()).singleElement().satisfies(event -> {
                assertThat(event.getMissingReferences()).isEmpty();
                assertThat(event.getCell()).extracting(CellContext::getRegion).isEqualTo("idf");
            });
        });

        enriched.clear();
        put(LuxTopic.REFERENCE_CELL, CELL, cell().setRegion("paca").build());
        send(LuxTopic.REFERENCE_DEVICE_TYPE, TAC, null);
        sendBlocks(50, 100);

        try (ConfigurableApplicationContext second = start()) {
            awaitBlocks(50);

            assertThat(second.isActive()).isTrue();
        }
        assertThat(enriched).extracting(block -> block.getEvents().get(0)).allSatisfy(event -> {
            assertThat(event.getCell()).extracting(CellContext::getRegion).isEqualTo("paca");
            assertThat(event.getSubscriber()).isNotNull();
            assertThat(event.getMissingReferences()).containsExactly(new MissingReference("device-type", TAC));
        });
        assertThat(enriched)
                .extracting(block -> block.getEvents().get(0))
                .extracting(EnrichedEvent::getEvent)
                .extracting(event -> event.getEventId())
                .containsExactlyElementsOf(
                        IntStream.range(50, 100).mapToObj(i -> "e-" + i).toList());
    }

    private void sendBlocks(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            put(LuxTopic.EVENT_DECODED, SOURCE, block(call("e-" + i, "15").build()));
        }
    }

    private <T extends SpecificRecord> void put(LuxTopic topic, String key, T value) throws Exception {
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) value.getClass();
        send(topic, key, serdes.forValue(type).serializer().serialize(topic.topicName(), value));
    }

    private void send(LuxTopic topic, String key, byte @Nullable [] value) throws Exception {
        Future<?> sent = producer.send(new ProducerRecord<>(topic.topicName(), key, value));
        if (topic != LuxTopic.REFERENCE_CELL) {
            sent.get();
        }
    }

    private void awaitBlocks(int blocks) {
        Awaitility.await().atMost(java.time.Duration.ofSeconds(60)).until(() -> {
            consumer.poll(java.time.Duration.ofMillis(200)).forEach(record -> enriched.add(record.value()));
            return enriched.size() >= blocks;
        });
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(EnrichmentApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                        "--spring.kafka.streams.state-dir=" + stateFolder,
                        "--lux.instance-id=it",
                        "--lux.avro.properties.[schema.registry.url]=" + REGISTRY);
    }
}
