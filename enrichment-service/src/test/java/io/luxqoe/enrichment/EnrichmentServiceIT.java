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
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started, on a real broker, exactly once. */
class EnrichmentServiceIT {
    private static final String REGISTRY = "mock://enrichment-service-it";
    private static final String KEYS = "lux.enrichment.reference.keys";
    private static final byte[] NO_AVRO = {9, 9, 9};
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ConsumerRecord<String, EnrichedBlock>> enriched = new ArrayList<>();

    @TempDir
    Path stateFolder;

    private EnrichmentBroker broker;
    private Consumer<String, EnrichedBlock> consumer;

    @BeforeEach
    void startBroker() throws Exception {
        broker = EnrichmentBroker.withRegistry(REGISTRY);
        consumer = broker.reader(LuxTopic.EVENT_ENRICHED, EnrichedBlock.class);
    }

    @AfterEach
    void stopBroker() throws Exception {
        consumer.close();
        broker.close();
    }

    @Test
    void noEventIsJoinedBeforeTheTablesAreReadAndARestartReadsThemAgain() throws Exception {
        for (int i = 0; i < 1_000; i++) {
            broker.put(LuxTopic.REFERENCE_CELL, "208-20-1-" + i, cell().build());
        }
        broker.put(LuxTopic.REFERENCE_CELL, CELL, cell().build());
        broker.put(LuxTopic.REFERENCE_CAUSE, "Q850:17", cause().build());
        broker.put(LuxTopic.REFERENCE_DEVICE_TYPE, TAC, device().build());
        broker.put(LuxTopic.REFERENCE_DIALLED_NUMBER, "15", number("15").build());
        broker.put(LuxTopic.REFERENCE_SUBSCRIBER, SUBSCRIBER, subscriber().build());
        broker.put(LuxTopic.REFERENCE_SOURCE, SOURCE, source().build());
        broker.put(LuxTopic.REFERENCE_OPERATOR, HOME, operator().build());
        broker.put(
                LuxTopic.REFERENCE_EQUIPMENT, "bts-1", equipment("bts-1", null).build());
        broker.send(LuxTopic.REFERENCE_CELL, CELL, NO_AVRO);
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
        broker.put(LuxTopic.REFERENCE_CELL, CELL, cell().setRegion("paca").build());
        broker.send(LuxTopic.REFERENCE_DEVICE_TYPE, TAC, null);
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
        broker.send(LuxTopic.REFERENCE_CELL, CELL, NO_AVRO);
        broker.send(LuxTopic.REFERENCE_CELL, CELL, null);
        broker.settle();
        Awaitility.await().atMost(PATIENCE).until(() -> gauge(meters(service), KEYS) == 1_000);
        assertThat(meters(service)
                        .get("lux.enrichment.reference.rejected")
                        .tag("table", "cell")
                        .counter()
                        .count())
                .isEqualTo(2);
        sendMarks();
        awaitBlocks(EnrichmentBroker.PARTITIONS);
        assertThat(enriched).hasSize(EnrichmentBroker.PARTITIONS).allSatisfy(record -> {
            assertThat(record.key()).isEqualTo(PartitionMark.keyOf(record.partition()));
            assertThat(record.value().getSourceIdle()).isTrue();
        });
    }

    private void sendMarks() {
        for (int partition = 0; partition < EnrichmentBroker.PARTITIONS; partition++) {
            EventBlock mark = EventBlock.newBuilder()
                    .setSource(PartitionMark.keyOf(partition))
                    .setSourceIdle(true)
                    .setEvents(List.of())
                    .build();
            broker.put(LuxTopic.EVENT_DECODED, partition, mark.getSource(), mark);
        }
    }

    /** The same letter again for each start that reads the broken record again: at least once, by its origin. */
    private void assertBrokenCellIsADeadLetter() {
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        try (Consumer<byte[], byte[]> reader = broker.reader(
                LuxTopic.ENRICHMENT_DEAD_LETTER, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
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
            broker.put(
                    LuxTopic.EVENT_DECODED, SOURCE, block(call("e-" + i, "15").build()));
        }
    }

    private void awaitBlocks(int blocks) throws Exception {
        broker.settle();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(enriched::add);
            return enriched.size() >= blocks;
        });
    }

    private ConfigurableApplicationContext start() throws Exception {
        return broker.start("it", stateFolder);
    }
}
