package io.luxqoe.enrichment;

import static io.luxqoe.enrichment.TestRecords.HOME;
import static io.luxqoe.enrichment.TestRecords.SOURCE;
import static io.luxqoe.enrichment.TestRecords.accessPoint;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.cause;
import static io.luxqoe.enrichment.TestRecords.dataService;
import static io.luxqoe.enrichment.TestRecords.equipment;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.location;
import static io.luxqoe.enrichment.TestRecords.number;
import static io.luxqoe.enrichment.TestRecords.operator;
import static io.luxqoe.enrichment.TestRecords.source;
import static io.luxqoe.enrichment.TestRecords.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.UsageContainer;
import io.luxqoe.schemas.topic.LuxTopic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.JsonParserFactory;

/** A start with full tables and events waiting; the registry keeps tables from being read for as long as the test looks. */
class LoadingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int EACH = 4_000;
    private static final int BLOCKS = 200;
    private static final String FEW_SUBSCRIBERS = "--lux.enrichment.subscribers-cached=1000";

    @TempDir
    Path stateFolder;

    private TestRegistry registry;
    private int secondHalfOfCells;
    private int subscribers;
    private EnrichmentBroker broker;
    private Consumer<String, EnrichedBlock> reader;

    @BeforeEach
    void startBroker() throws Exception {
        registry = new TestRegistry();
        broker = EnrichmentBroker.withRegistry(registry.url());
        reader = broker.reader(LuxTopic.EVENT_ENRICHED, EnrichedBlock.class);
    }

    @AfterEach
    void stopBroker() throws Exception {
        reader.close();
        broker.close();
        registry.close();
    }

    @Test
    void readinessSaysHowFarEachTableIsAndNoEventIsJoinedUntilAllAreRead() throws Exception {
        fillTables();
        for (int i = 0; i < BLOCKS; i++) {
            broker.put(LuxTopic.EVENT_DECODED, SOURCE, block(session(i), voiceCall(i)));
        }
        broker.settle();
        registry.holdBack(secondHalfOfCells);
        registry.holdBack(subscribers);

        try (ServiceProcess service = ServiceProcess.start(broker, "it", stateFolder, FEW_SUBSCRIBERS)) {
            awaitLoading(service, "cells");
            assertThat(readiness(service)).containsEntry("status", "OUT_OF_SERVICE");
            assertThat(percent(service, "cells")).isBetween(1, 99);
            assertThat(service.hasEnriched()).isFalse();

            registry.release(secondHalfOfCells);
            awaitLoading(service, "subscribers");
            assertThat(readiness(service)).containsEntry("status", "OUT_OF_SERVICE");
            assertThat(percent(service, "cells")).isEqualTo(100);
            assertThat(percent(service, "subscribers")).isBetween(0, 99);
            assertThat(service.hasEnriched()).isFalse();

            registry.release(subscribers);
            Awaitility.await().atMost(PATIENCE).until(() -> "UP"
                    .equals(readiness(service).get("status")));
            assertThat(loading(service)).isEmpty();
            List<EnrichedEvent> events = new ArrayList<>();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(200))
                        .forEach(message -> events.addAll(message.value().getEvents()));
                return events.size() >= 2 * BLOCKS;
            });
            assertThat(events).hasSize(2 * BLOCKS).allSatisfy(event -> {
                assertThat(event.getMissingReferences()).isEmpty();
                assertThat(event.getCell()).isNotNull();
                assertThat(event.getEquipment()).hasSize(2);
                assertThat(event.getPlannedWorks()).hasSize(1);
            });
        }
    }

    /** Until the table has begun, and read what it can. */
    private static void awaitLoading(ServiceProcess service, String table) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> table.equals("cells")
                        ? percent(service, table) > 0
                        : loading(service).containsKey(table));
    }

    private static int percent(ServiceProcess service, String table) throws IOException, InterruptedException {
        return (int) part(loading(service), table).getOrDefault("percent", 0);
    }

    private static Map<String, Object> loading(ServiceProcess service) throws IOException, InterruptedException {
        return part(part(part(part(readiness(service), "components"), "streams"), "details"), "loading");
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private static Map<String, Object> part(Map<String, Object> whole, String name) {
        return (Map<String, Object>) whole.getOrDefault(name, Map.of());
    }

    private static Map<String, Object> readiness(ServiceProcess service) throws IOException, InterruptedException {
        String page = service.get("/actuator/health/readiness");
        return page.isEmpty() ? Map.of() : JsonParserFactory.getJsonParser().parseMap(page);
    }

    /** Of the cells the second half cannot be read at first, and of the subscribers none. */
    private void fillTables() {
        for (int i = 0; i < EACH; i++) {
            Cell cell = TestRecords.cell()
                    .setCellKey(cellKey(i))
                    .setEquipment("bts-" + i % 100)
                    .build();
            byte[] octets = broker.octets(LuxTopic.REFERENCE_CELL, cell);
            if (i == EACH / 2) {
                secondHalfOfCells = registry.copyOf(TestRegistry.schemaOf(octets));
            }
            broker.send(
                    LuxTopic.REFERENCE_CELL,
                    cellKey(i),
                    i < EACH / 2 ? octets : TestRegistry.withSchema(secondHalfOfCells, octets));
            Subscriber subscriber =
                    TestRecords.subscriber().setPseudonym("u-" + i).build();
            subscribers = TestRegistry.schemaOf(broker.octets(LuxTopic.REFERENCE_SUBSCRIBER, subscriber));
            broker.put(LuxTopic.REFERENCE_SUBSCRIBER, "u-" + i, subscriber);
            broker.put(
                    LuxTopic.REFERENCE_DEVICE_TYPE,
                    tac(i),
                    TestRecords.device().setTac(tac(i)).build());
        }
        for (int i = 0; i < 100; i++) {
            broker.put(
                    LuxTopic.REFERENCE_EQUIPMENT,
                    "bts-" + i,
                    equipment("bts-" + i, "bsc-1").build());
        }
        broker.put(
                LuxTopic.REFERENCE_EQUIPMENT, "bsc-1", equipment("bsc-1", null).build());
        broker.put(LuxTopic.REFERENCE_PLANNED_WORK, "w-1", work("w-1", "bsc-1").build());
        broker.put(LuxTopic.REFERENCE_CAUSE, "Q850:17", cause().build());
        broker.put(LuxTopic.REFERENCE_DIALLED_NUMBER, "15", number("15").build());
        broker.put(LuxTopic.REFERENCE_OPERATOR, HOME, operator().build());
        broker.put(
                LuxTopic.REFERENCE_ACCESS_POINT,
                "internet",
                accessPoint("internet").build());
        broker.put(LuxTopic.REFERENCE_SERVICE, "7", dataService(7).build());
        broker.put(LuxTopic.REFERENCE_SOURCE, SOURCE, source().build());
    }

    private static NetworkEvent voiceCall(int number) {
        return call("call-" + number, "15")
                .setLocation(location(cellKey(EACH - 1 - number)))
                .setSubscriber("u-" + (EACH - 1 - number))
                .setDeviceTac(tac(EACH - 1 - number))
                .build();
    }

    private static NetworkEvent session(int number) {
        return event("session-" + number)
                .setService(ServiceType.DATA)
                .setLocation(location(cellKey(number)))
                .setSubscriber("u-" + number)
                .setDetails(DataSession.newBuilder()
                        .setAccessPointName("internet")
                        .setContainers(List.of(
                                UsageContainer.newBuilder().setRatingGroup(7L).build()))
                        .build())
                .build();
    }

    private static String cellKey(int number) {
        return "208-20-1-" + number;
    }

    private static String tac(int number) {
        return Integer.toString(35_000_000 + number);
    }
}
