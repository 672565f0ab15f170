package io.luxqoe.enrichment.join;

import static io.luxqoe.enrichment.TestRecords.CELL;
import static io.luxqoe.enrichment.TestRecords.HOME;
import static io.luxqoe.enrichment.TestRecords.NOON;
import static io.luxqoe.enrichment.TestRecords.SOURCE;
import static io.luxqoe.enrichment.TestRecords.SUBSCRIBER;
import static io.luxqoe.enrichment.TestRecords.TAC;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.call;
import static io.luxqoe.enrichment.TestRecords.cause;
import static io.luxqoe.enrichment.TestRecords.cell;
import static io.luxqoe.enrichment.TestRecords.device;
import static io.luxqoe.enrichment.TestRecords.equipment;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.number;
import static io.luxqoe.enrichment.TestRecords.operator;
import static io.luxqoe.enrichment.TestRecords.source;
import static io.luxqoe.enrichment.TestRecords.subscriber;
import static io.luxqoe.enrichment.TestRecords.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.OperatorContext;
import io.luxqoe.schemas.OperatorRelation;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.RadioTechnology;
import io.luxqoe.schemas.RecordOrigin;
import io.luxqoe.schemas.Responsibility;
import io.luxqoe.schemas.SourceContext;
import io.luxqoe.schemas.SubscriberContext;
import io.luxqoe.schemas.topic.LuxHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrichmentTopologyTest {
    private final EnrichmentDriver lux = new EnrichmentDriver(false);

    @AfterEach
    void close() {
        lux.close();
    }

    @Test
    void aBlockIsGivenTheContextOfEveryTable() {
        knowAll();
        lux.works().pipeInput("w-1", work("w-1", "site-1").build());

        EventBlock block = block(call("e", "15").build());
        EnrichedBlock enriched = enriched(block);

        assertThat(enriched)
                .isEqualTo(new EnrichedBlock(
                        SOURCE,
                        null,
                        0,
                        NOON,
                        NOON,
                        false,
                        new SourceContext("core-vendor", "r1", "Europe/Paris"),
                        List.of(new EnrichedEvent(
                                block.getEvents().get(0),
                                new CellContext("site-1", "idf", "75", RadioTechnology.UNKNOWN, "vendor-1", "bts-1"),
                                new DeviceContext("maker", "model-1"),
                                new CauseContext(CauseClass.USER, Responsibility.USER),
                                new DialledNumberContext(NumberClass.SERVICE, null, "service 15"),
                                new SubscriberContext("business", "a-1", "idf"),
                                null,
                                List.of(new PlannedWorkContext("w-1", "no service")),
                                List.of(),
                                List.of("bts-1", "bsc-1"),
                                null,
                                new OperatorContext("home", "FR", OperatorRelation.HOME),
                                null,
                                List.of())),
                        false,
                        null,
                        false));
        assertThat(lux.listener.missed).isEmpty();
    }

    @Test
    void aBlockOfWhichNothingIsKnownNamesAllThatIsMissing() {
        EnrichedBlock enriched =
                enriched(block(call("e", "15").build(), event("f").build()));

        assertThat(enriched.getSourceContext()).isNull();
        assertThat(enriched.getEvents())
                .extracting(EnrichedEvent::getMissingReferences)
                .containsExactly(
                        List.of(
                                new MissingReference("cell", CELL),
                                new MissingReference("operator", HOME),
                                new MissingReference("device-type", TAC),
                                new MissingReference("cause", "Q850:17"),
                                new MissingReference("dialled-number", "15"),
                                new MissingReference("subscriber", SUBSCRIBER),
                                new MissingReference("source", SOURCE)),
                        List.of(new MissingReference("source", SOURCE)));
        assertThat(lux.listener.missed)
                .containsExactlyInAnyOrder(
                        ReferenceKind.CELL,
                        ReferenceKind.OPERATOR,
                        ReferenceKind.DEVICE_TYPE,
                        ReferenceKind.CAUSE,
                        ReferenceKind.DIALLED_NUMBER,
                        ReferenceKind.SUBSCRIBER,
                        ReferenceKind.SOURCE,
                        ReferenceKind.SOURCE);
    }

    @Test
    void aTombstoneDeletesAReference() {
        knowAll();
        lux.cells().pipeInput(CELL, null);
        lux.sources().pipeInput(SOURCE, null);

        EnrichedBlock enriched = enriched(block(call("e", "15").build()));

        assertThat(enriched.getSourceContext()).isNull();
        assertThat(enriched.getEvents().get(0).getCell()).isNull();
        assertThat(enriched.getEvents().get(0).getMissingReferences())
                .containsExactly(new MissingReference("cell", CELL), new MissingReference("source", SOURCE));
        assertThat(lux.listener.sizes).containsEntry(ReferenceKind.CELL, 0);
    }

    @Test
    void anEventMeetsTheRevisionThatHeldWhenItHappened() {
        Instant move = NOON.plusSeconds(60);
        knowAll();
        lux.cells()
                .pipeInput(
                        CELL,
                        cell().setRegion("paca")
                                .setValidFrom(move)
                                .setPrevious(List.of(cell().build()))
                                .build());

        EnrichedBlock enriched = enriched(block(
                call("before", "15").setEventTime(move.minusMillis(1)).build(),
                call("after", "15").setEventTime(move).build(),
                call("long before", "15").setEventTime(NOON).build()));

        assertThat(enriched.getEvents())
                .extracting(event -> Objects.requireNonNull(event.getCell()).getRegion())
                .containsExactly("idf", "paca", "idf");
    }

    @Test
    void aReferenceThatChangesShowsFromTheNextBlockOn() {
        knowAll();
        EnrichedBlock before = enriched(block(call("e", "15").build()));
        lux.cells().pipeInput(CELL, cell().setRegion("paca").build());
        lux.sources().pipeInput(SOURCE, source().setRelease("r2").build());
        EnrichedBlock after = enriched(block(call("f", "15").build()));

        assertThat(List.of(before, after))
                .extracting(
                        block -> Objects.requireNonNull(block.getEvents().get(0).getCell())
                                .getRegion())
                .containsExactly("idf", "paca");
        assertThat(List.of(before, after))
                .extracting(block ->
                        Objects.requireNonNull(block.getSourceContext()).getRelease())
                .containsExactly("r1", "r2");
    }

    @Test
    void aSourceIsTakenAsOfTheHighestEventTimeOfTheBlock() {
        lux.sources()
                .pipeInput(
                        SOURCE,
                        source().setRelease("r2")
                                .setValidFrom(NOON)
                                .setPrevious(List.of(source().build()))
                                .build());

        EventBlock earlier = block(event("e").setEventTime(NOON.minusMillis(1)).build());
        earlier.setHighestEventTime(NOON.minusMillis(1));
        EventBlock without = block(event("e").setEventTime(NOON.minusMillis(1)).build());
        without.setHighestEventTime(null);

        assertThat(List.of(enriched(block(event("e").build())), enriched(earlier), enriched(without)))
                .extracting(block ->
                        Objects.requireNonNull(block.getSourceContext()).getRelease())
                .containsExactly("r2", "r1", "r1");
    }

    @Test
    void aSourceWhoseRevisionDoesNotHoldIsMissing() {
        lux.sources()
                .pipeInput(SOURCE, source().setValidFrom(NOON.plusMillis(1)).build());

        assertThat(enriched(block(event("e").build())).getEvents().get(0).getMissingReferences())
                .containsExactly(new MissingReference("source", SOURCE));
    }

    @Test
    void theSourceOfAnotherKeyIsNotTaken() {
        lux.sources().pipeInput("another", source().setSourceId("another").build());

        assertThat(enriched(block(event("e").build())).getSourceContext()).isNull();
    }

    @Test
    void keyOrderOriginPartTimesAndTimestampAreKept() {
        EventBlock block = block(IntStream.range(0, 200)
                .mapToObj(
                        i -> event("e-" + i).setEventTime(NOON.minusSeconds(i)).build())
                .toArray(NetworkEvent[]::new));
        block.setOrigin(new RecordOrigin("lux.raw.cs-cdr.v1", 3, 42L, NOON));
        block.setPart(2);
        block.setLeastEventTime(NOON.minusSeconds(199));

        lux.blocks().pipeInput(new TestRecord<>(SOURCE, block, new RecordHeaders(), Instant.ofEpochMilli(4_711)));
        TestRecord<String, EnrichedBlock> record = lux.enriched().readRecord();

        assertThat(record.key()).isEqualTo(SOURCE);
        assertThat(record.timestamp()).isEqualTo(4_711);
        assertThat(record.value().getOrigin()).isEqualTo(block.getOrigin());
        assertThat(record.value().getPart()).isEqualTo(2);
        assertThat(record.value().getLeastEventTime()).isEqualTo(NOON.minusSeconds(199));
        assertThat(record.value().getHighestEventTime()).isEqualTo(NOON);
        assertThat(record.value().getEvents())
                .extracting(EnrichedEvent::getEvent)
                .isEqualTo(block.getEvents());
        assertThat(lux.listener.blocks).containsExactly(200);
    }

    @Test
    void theHeaderGivesTheNumberOfEventsOnce() {
        Headers wrong = new RecordHeaders()
                .add(LuxHeaders.EVENTS, "7".getBytes(StandardCharsets.US_ASCII))
                .add("other", new byte[] {1});
        lux.blocks()
                .pipeInput(new TestRecord<>(
                        SOURCE, block(event("e").build(), event("f").build()), wrong, NOON));

        Headers headers = lux.enriched().readRecord().headers();

        assertThat(headers.headers(LuxHeaders.EVENTS))
                .singleElement()
                .extracting(header -> new String(header.value(), StandardCharsets.US_ASCII))
                .isEqualTo("2");
        assertThat(headers.lastHeader("other")).isNotNull();
    }

    @Test
    void anIdleMarkPassesThrough() {
        lux.sources().pipeInput(SOURCE, source().build());

        EnrichedBlock mark = enriched(EventBlock.newBuilder()
                .setSource(SOURCE)
                .setSourceIdle(true)
                .setEvents(List.of())
                .build());

        assertThat(mark)
                .isEqualTo(new EnrichedBlock(SOURCE, null, 0, null, null, true, null, List.of(), false, null, false));
        assertThat(lux.listener.missed).isEmpty();
    }

    @Test
    void whatWasLostAndSilencePassThrough() {
        BlockLosses losses = new BlockLosses(1L, 2L, 3L, 4L, null);
        RecordOrigin origin = new RecordOrigin("lux.raw.cs-cdr.v1", 0, 7L, NOON);
        EventBlock nothingRead = EventBlock.newBuilder()
                .setSource(SOURCE)
                .setOrigin(origin)
                .setLosses(losses)
                .setEvents(List.of())
                .build();
        EventBlock silent = EventBlock.newBuilder()
                .setSource(SOURCE)
                .setSourceIdle(true)
                .setSourceSilent(true)
                .setEvents(List.of())
                .build();

        assertThat(enriched(nothingRead))
                .isEqualTo(
                        new EnrichedBlock(SOURCE, origin, 0, null, null, false, null, List.of(), false, losses, false));
        assertThat(enriched(silent).getSourceSilent()).isTrue();
        EventBlock events = block(event("e").build());
        events.setLosses(losses);
        assertThat(enriched(events).getLosses()).isEqualTo(losses);
    }

    @Test
    void blocksComeOutInTheOrderTheyWentIn() {
        for (int i = 0; i < 20; i++) {
            lux.blocks().pipeInput("source-" + i % 3, block(event("e-" + i).build()));
        }

        assertThat(lux.enriched().readValuesToList())
                .extracting(block -> block.getEvents().get(0).getEvent().getEventId())
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "e-" + i).toList());
    }

    private EnrichedBlock enriched(EventBlock block) {
        lux.blocks().pipeInput(SOURCE, block);
        return lux.enriched().readValue();
    }

    private void knowAll() {
        lux.cells().pipeInput(CELL, cell().build());
        lux.causes().pipeInput("Q850:17", cause().build());
        lux.devices().pipeInput(TAC, device().build());
        lux.numbers().pipeInput("15", number("15").build());
        lux.subscribers().pipeInput(SUBSCRIBER, subscriber().build());
        lux.sources().pipeInput(SOURCE, source().build());
        lux.operators().pipeInput(HOME, operator().build());
        lux.equipment().pipeInput("bts-1", equipment("bts-1", "bsc-1").build());
        lux.equipment().pipeInput("bsc-1", equipment("bsc-1", null).build());
    }
}
