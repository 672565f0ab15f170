package io.luxqoe.enrichment.join;

import static io.luxqoe.enrichment.TestRecords.HOME;
import static io.luxqoe.enrichment.TestRecords.NOON;
import static io.luxqoe.enrichment.TestRecords.TAC;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.cause;
import static io.luxqoe.enrichment.TestRecords.device;
import static io.luxqoe.enrichment.TestRecords.equipment;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.location;
import static io.luxqoe.enrichment.TestRecords.number;
import static io.luxqoe.enrichment.TestRecords.operator;
import static io.luxqoe.enrichment.TestRecords.work;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.EnrichmentBroker;
import io.luxqoe.enrichment.ServiceProcess;
import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.enrichment.TestRegistry;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CallLegs;
import io.luxqoe.schemas.Cell;
import io.luxqoe.schemas.CorrelatedCall;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.Source;
import io.luxqoe.schemas.Subscriber;
import io.luxqoe.schemas.VoiceCall;
import io.luxqoe.schemas.topic.LuxTopic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Two instances of the service with its own configuration, static members with a state folder each: one joins while
 * events flow, is killed, comes back, and the other one leaves.
 */
class RebalanceIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SOURCES = 8;
    /** Blocks of a source that are under way at most. */
    private static final int UNDER_WAY = 10;

    private static final int CELLS = 50;
    private static final String LATE_CELL = "208-20-9-9";
    private static final String[] SETTINGS = {
        // the least that a broker takes: nobody works off what a killed member had until it is over
        "--spring.kafka.streams.properties.[consumer.session.timeout.ms]=6000",
        "--lux.enrichment.subscribers-cached=1000",
        "--lux.enrichment.parking.enabled=true",
        "--lux.enrichment.parking.max-wait=30m",
        "--lux.enrichment.parking.tables=cell",
        "--lux.enrichment.correlation.max-wait=30m"
    };

    @TempDir
    Path folder;

    private TestRegistry registry;
    private final int[] sent = new int[SOURCES];
    private final int[] seen = new int[SOURCES];
    private final List<EventBlock> blocks = new ArrayList<>();
    private final List<EnrichedEvent> out = new ArrayList<>();
    private EnrichmentBroker broker;
    private Consumer<String, EnrichedBlock> reader;
    private final Map<String, List<CallLegs>> calls = new HashMap<>();
    private Consumer<String, CorrelatedCall> callReader;

    @BeforeEach
    void startBroker() throws Exception {
        registry = new TestRegistry();
        broker = EnrichmentBroker.withRegistry(registry.url());
        reader = broker.reader(LuxTopic.EVENT_ENRICHED, EnrichedBlock.class);
        callReader = broker.reader(LuxTopic.CALL_CORRELATED, CorrelatedCall.class);
    }

    @AfterEach
    void stopBroker() throws Exception {
        reader.close();
        callReader.close();
        broker.close();
        registry.close();
    }

    @Test
    void everyEventComesOnceAndAsWithoutARebalanceWhenInstancesJoinAreKilledAndLeave() throws Exception {
        references().forEach(each -> broker.put(each.topic, each.key, each.value));
        Path a = Files.createDirectory(folder.resolve("a"));
        Path b = Files.createDirectory(folder.resolve("b"));

        try (ConfigurableApplicationContext first = broker.start("a", a, SETTINGS)) {
            flowThrough();
            try (ServiceProcess second = ServiceProcess.start(broker, "b", b, SETTINGS)) {
                flowUntil(second::hasEnriched);
                flowThrough();
                second.kill();
                flowThrough();
            }
            try (ServiceProcess second = ServiceProcess.start(broker, "b", b, SETTINGS)) {
                flowUntil(second::hasEnriched);
                first.close();
                flowThrough();
                conclude();
                second.stop();
            }
        }
        readToTheEnd();

        Map<String, EnrichedEvent> calm = calm();
        assertThat(out).hasSameSizeAs(calm.keySet());
        assertThat(out)
                .allSatisfy(event -> assertThat(event).isEqualTo(calm.get(id(event))))
                .allSatisfy(event -> assertThat(event.getMissingReferences()).isEmpty());
        for (int source = 0; source < SOURCES; source++) {
            String prefix = "e-" + source + "-";
            assertThat(out.stream().map(RebalanceIT::id).filter(id -> id.startsWith(prefix)))
                    .containsExactlyElementsOf(IntStream.range(0, sent[source])
                            .mapToObj(number -> prefix + number)
                            .toList());
        }
        assertThat(calls).hasSize(pairs()).allSatisfy((reference, legs) -> assertThat(legs)
                .containsExactly(CallLegs.BOTH));
    }

    /** Events of all sources, all the time. */
    private void flowUntil(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    for (int source = 0; source < SOURCES; source++) {
                        while (sent[source] - seen[source] < UNDER_WAY) {
                            send(source);
                        }
                    }
                    read();
                    return condition.call();
                });
    }

    /** Until what is sent from now on comes out, of every source. */
    private void flowThrough() {
        int[] before = sent.clone();
        flowUntil(() -> IntStream.range(0, SOURCES).allMatch(source -> seen[source] > before[source]));
    }

    /** As many calls of each source; then the cell that some events have waited for all the time. */
    private void conclude() throws Exception {
        int most = IntStream.of(sent).max().orElseThrow();
        for (int source = 0; source < SOURCES; source++) {
            while (sent[source] < most) {
                send(source);
            }
        }
        broker.put(LuxTopic.REFERENCE_CELL, LATE_CELL, cell(LATE_CELL));
        broker.settle();
        int events = blocks.stream().mapToInt(block -> block.getEvents().size()).sum();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            read();
            readCalls();
            return out.size() >= events && calls.size() >= pairs();
        });
    }

    private void send(int source) {
        int number = sent[source]++;
        NetworkEvent call = call("e-" + source + "-" + number, "15")
                .setSource("msc-" + source)
                .setEventTime(NOON.plusSeconds(number % 2 == 0 ? 1 : -1))
                .setLocation(location("208-20-1-" + number % CELLS))
                .setSubscriber("u-" + number % 100)
                .setRecordType(source % 2 == 0 ? RecordType.MO_CALL : RecordType.MT_CALL)
                .build();
        VoiceCall leg = (VoiceCall) call.getDetails();
        leg.setDirection(source % 2 == 0 ? CallDirection.ORIGINATING : CallDirection.TERMINATING);
        leg.setNetworkCallReference("n-" + source / 2 + "-" + number);
        NetworkEvent early = event("early-" + source + "-" + number)
                .setSource("msc-" + source)
                .setLocation(location(LATE_CELL))
                .build();
        EventBlock block = number % 10 == 0 ? block(call, early) : block(call);
        block.setSource("msc-" + source);
        blocks.add(block);
        broker.put(LuxTopic.EVENT_DECODED, block.getSource(), block);
    }

    private void read() {
        for (ConsumerRecord<String, EnrichedBlock> message : reader.poll(Duration.ofMillis(20))) {
            out.addAll(message.value().getEvents());
            if (!message.value().getReenriched()) {
                seen[Integer.parseInt(message.key().substring("msc-".length()))]++;
            }
        }
    }

    /** What nobody writes to any more. */
    private void readToTheEnd() {
        Awaitility.await().atMost(PATIENCE).until(() -> {
            read();
            readCalls();
            return isAtEnd(reader) && isAtEnd(callReader);
        });
    }

    private static boolean isAtEnd(Consumer<?, ?> reader) {
        return !reader.assignment().isEmpty()
                && reader.endOffsets(reader.assignment()).entrySet().stream()
                        .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
    }

    private void readCalls() {
        callReader.poll(Duration.ofMillis(20)).forEach(call -> calls.computeIfAbsent(
                        call.key(), key -> new ArrayList<>())
                .add(call.value().getLegs()));
    }

    /** Sources write in pairs the legs of the same calls. */
    private int pairs() {
        return SOURCES / 2 * sent[0];
    }

    /** The same blocks where nothing happens meanwhile, by event. */
    private Map<String, EnrichedEvent> calm() {
        try (EnrichmentDriver lux = new EnrichmentDriver(false)) {
            references().forEach(each -> lux.put(each.topic, each.key, each.value));
            lux.put(LuxTopic.REFERENCE_CELL, LATE_CELL, cell(LATE_CELL));
            blocks.forEach(block -> lux.blocks().pipeInput(block.getSource(), block));
            return lux.enriched().readValuesToList().stream()
                    .flatMap(block -> block.getEvents().stream())
                    .collect(toMap(RebalanceIT::id, event -> event));
        }
    }

    private static String id(EnrichedEvent event) {
        return event.getEvent().getEventId();
    }

    private record Reference(LuxTopic topic, String key, SpecificRecord value) {}

    private static List<Reference> references() {
        List<Reference> all = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            String key = "208-20-1-" + i;
            Cell cell = cell(key);
            cell.setValidFrom(NOON);
            cell.setPrevious(List.of(
                    TestRecords.cell().setCellKey(key).setRegion("before-" + i).build()));
            all.add(new Reference(LuxTopic.REFERENCE_CELL, key, cell));
        }
        for (int i = 0; i < 100; i++) {
            Subscriber subscriber = TestRecords.subscriber()
                    .setPseudonym("u-" + i)
                    .setSegment("segment-" + i % 7)
                    .build();
            all.add(new Reference(LuxTopic.REFERENCE_SUBSCRIBER, subscriber.getPseudonym(), subscriber));
        }
        for (int i = 0; i < SOURCES; i++) {
            Source source = TestRecords.source()
                    .setSourceId("msc-" + i)
                    .setRelease("r-" + i)
                    .build();
            all.add(new Reference(LuxTopic.REFERENCE_SOURCE, source.getSourceId(), source));
        }
        all.add(new Reference(
                LuxTopic.REFERENCE_EQUIPMENT,
                "bts-1",
                equipment("bts-1", "bsc-1").build()));
        all.add(new Reference(
                LuxTopic.REFERENCE_EQUIPMENT, "bsc-1", equipment("bsc-1", null).build()));
        all.add(new Reference(LuxTopic.REFERENCE_CAUSE, "Q850:17", cause().build()));
        all.add(new Reference(LuxTopic.REFERENCE_DEVICE_TYPE, TAC, device().build()));
        all.add(new Reference(
                LuxTopic.REFERENCE_DIALLED_NUMBER, "15", number("15").build()));
        all.add(new Reference(LuxTopic.REFERENCE_OPERATOR, HOME, operator().build()));
        all.add(new Reference(
                LuxTopic.REFERENCE_PLANNED_WORK,
                "w-1",
                work("w-1", "region-3", "before-4").build()));
        return all;
    }

    private static Cell cell(String key) {
        return TestRecords.cell()
                .setCellKey(key)
                .setRegion("region-" + key.substring(key.lastIndexOf('-') + 1))
                .build();
    }
}
