package io.luxqoe.enrichment;

import static io.luxqoe.enrichment.TestRecords.HOME;
import static io.luxqoe.enrichment.TestRecords.NOON;
import static io.luxqoe.enrichment.TestRecords.SOURCE;
import static io.luxqoe.enrichment.TestRecords.TAC;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.cause;
import static io.luxqoe.enrichment.TestRecords.device;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.location;
import static io.luxqoe.enrichment.TestRecords.number;
import static io.luxqoe.enrichment.TestRecords.operator;
import static io.luxqoe.enrichment.TestRecords.source;
import static io.luxqoe.enrichment.TestRecords.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Equipment;
import io.luxqoe.schemas.PlannedWork;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.topic.LuxTopic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Tens of thousands of changes on all large tables while events flow. None of them is to be seen by these events, for they
 * take effect later; but those of one cell, whose region counts them, show how far the tables were when an event was
 * joined.
 */
class UpdateStormIT {
    private static final String REGISTRY = "mock://update-storm-it";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant LATER = NOON.plusSeconds(3_600);
    private static final int OBJECTS = 1_000;
    private static final int LEAST_UPDATES = 40_000;
    /** Updates, each of them of all tables, that are on the broker before the next events are. */
    private static final int BURST = 1_000;

    private static final int BLOCKS_A_BURST = 10;
    private static final String COUNTING_CELL = "208-20-9-9";

    @TempDir
    Path stateFolder;

    private EnrichmentBroker broker;
    private Consumer<String, EnrichedBlock> reader;
    private int updates;
    private int sent;
    /** How many updates were on the broker when each block was sent. */
    private final List<Integer> before = new ArrayList<>();

    private final List<EnrichedBlock> out = new ArrayList<>();

    @BeforeEach
    void startBroker() throws Exception {
        broker = EnrichmentBroker.withRegistry(REGISTRY);
        reader = broker.reader(LuxTopic.EVENT_ENRICHED, EnrichedBlock.class);
    }

    @AfterEach
    void stopBroker() throws Exception {
        reader.close();
        broker.close();
    }

    @Test
    void eventsOvertakeAStormOfUpdatesAndMeetWhatHeldWhenTheyHappened() throws Exception {
        for (int i = 0; i < OBJECTS; i++) {
            update(i, List.of());
        }
        others();
        count(0);

        try (ConfigurableApplicationContext service = broker.start("it", stateFolder)) {
            Set<Integer> countsOfOvertakers = new TreeSet<>();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        storm();
                        for (int i = 0; i < BLOCKS_A_BURST; i++) {
                            send();
                        }
                        read();
                        // What has come by now came before the storm was over.
                        IntStream.range(0, out.size())
                                .filter(i -> countOf(out.get(i)) < before.get(i))
                                .forEach(i -> countsOfOvertakers.add(countOf(out.get(i))));
                        return updates >= LEAST_UPDATES && countsOfOvertakers.size() >= 3;
                    });
            assertThat(service.isActive()).isTrue();
            Awaitility.await().atMost(PATIENCE).until(() -> {
                send();
                read();
                return countOf(out.get(out.size() - 1)) == updates;
            });
            Awaitility.await().atMost(PATIENCE).until(() -> {
                read();
                return out.size() >= sent;
            });
        }

        assertThat(out).hasSize(sent);
        assertThat(out.stream().map(UpdateStormIT::countOf).toList()).isSorted();
        for (int i = 0; i < sent; i++) {
            EnrichedEvent event = out.get(i).getEvents().get(0);
            int object = i % OBJECTS;
            assertThat(event.getEvent().getEventId()).isEqualTo("e-" + i);
            assertThat(event.getMissingReferences()).isEmpty();
            assertThat(event.getCell().getRegion()).isEqualTo("region-" + object);
            assertThat(event.getSubscriber().getSegment()).isEqualTo("segment-" + object);
            assertThat(event.getEquipment()).containsExactly("bts-" + object, "bsc-1");
            assertThat(event.getPlannedWorks()).isEmpty();
        }
    }

    private void storm() throws Exception {
        for (int i = 0; i < BURST; i++) {
            updates++;
            update(updates % OBJECTS, List.of(updates));
            if (updates % 10 == 0) {
                count(updates);
            }
        }
        broker.settle();
    }

    /** What has held from always, beneath what takes effect later. */
    private void update(int object, List<Integer> later) {
        Cell cell = TestRecords.cell()
                .setCellKey(cellKey(object))
                .setRegion("region-" + object)
                .setEquipment("bts-" + object)
                .build();
        Subscriber subscriber = TestRecords.subscriber()
                .setPseudonym("u-" + object)
                .setSegment("segment-" + object)
                .build();
        Equipment equipment = TestRecords.equipment("bts-" + object, "bsc-1").build();
        for (int number : later) {
            cell = Cell.newBuilder(cell)
                    .setRegion("later-" + number)
                    .setValidFrom(LATER)
                    .setPrevious(List.of(cell))
                    .build();
            subscriber = Subscriber.newBuilder(subscriber)
                    .setSegment("later-" + number)
                    .setValidFrom(LATER)
                    .setPrevious(List.of(subscriber))
                    .build();
            equipment = Equipment.newBuilder(equipment)
                    .setParent("later-" + number)
                    .setValidFrom(LATER)
                    .setPrevious(List.of(equipment))
                    .build();
            PlannedWork work = work("w-" + object, cellKey(object), "region-" + object)
                    .setBegin(LATER)
                    .setEnd(LATER.plusSeconds(number))
                    .build();
            broker.put(LuxTopic.REFERENCE_PLANNED_WORK, work.getWorkId(), work);
        }
        broker.put(LuxTopic.REFERENCE_CELL, cell.getCellKey(), cell);
        broker.put(LuxTopic.REFERENCE_SUBSCRIBER, subscriber.getPseudonym(), subscriber);
        broker.put(LuxTopic.REFERENCE_EQUIPMENT, equipment.getEquipmentId(), equipment);
    }

    private void others() {
        broker.put(
                LuxTopic.REFERENCE_EQUIPMENT,
                "bsc-1",
                TestRecords.equipment("bsc-1", null).build());
        broker.put(LuxTopic.REFERENCE_CAUSE, "Q850:17", cause().build());
        broker.put(LuxTopic.REFERENCE_DEVICE_TYPE, TAC, device().build());
        broker.put(LuxTopic.REFERENCE_DIALLED_NUMBER, "15", number("15").build());
        broker.put(LuxTopic.REFERENCE_OPERATOR, HOME, operator().build());
        broker.put(LuxTopic.REFERENCE_SOURCE, SOURCE, source().build());
    }

    private void count(int updates) {
        broker.put(
                LuxTopic.REFERENCE_CELL,
                COUNTING_CELL,
                TestRecords.cell()
                        .setCellKey(COUNTING_CELL)
                        .setRegion(Integer.toString(updates))
                        .setEquipment(null)
                        .build());
    }

    private void send() {
        int object = sent % OBJECTS;
        before.add(updates);
        broker.put(
                LuxTopic.EVENT_DECODED,
                SOURCE,
                block(
                        call("e-" + sent, "15")
                                .setLocation(location(cellKey(object)))
                                .setSubscriber("u-" + object)
                                .build(),
                        event("count-" + sent)
                                .setLocation(location(COUNTING_CELL))
                                .build()));
        sent++;
    }

    private void read() {
        for (ConsumerRecord<String, EnrichedBlock> message : reader.poll(Duration.ofMillis(50))) {
            out.add(message.value());
        }
    }

    private static int countOf(EnrichedBlock block) {
        return Integer.parseInt(block.getEvents().get(1).getCell().getRegion());
    }

    private static String cellKey(int object) {
        return "208-20-1-" + object;
    }
}
