package io.luxqoe.enrichment.join;

import static io.luxqoe.enrichment.TestRecords.CELL;
import static io.luxqoe.enrichment.TestRecords.NOON;
import static io.luxqoe.enrichment.TestRecords.SOURCE;
import static io.luxqoe.enrichment.TestRecords.block;
import static io.luxqoe.enrichment.TestRecords.cell;
import static io.luxqoe.enrichment.TestRecords.event;
import static io.luxqoe.enrichment.TestRecords.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParkingTest {
    private static final Duration WAIT = Duration.ofMinutes(1);
    private static final String LATE_CELL = "208-20-9-9";

    private final EnrichmentDriver lux = new EnrichmentDriver(new ParkingOptions(WAIT, 3, Set.of(ReferenceKind.CELL)));

    @AfterEach
    void close() {
        lux.close();
    }

    @Test
    void anEventWhoseCellComesLaterIsGivenIt() {
        lux.cells().pipeInput(CELL, cell().build());
        send(at("a", CELL), at("b", LATE_CELL), at("c", CELL));
        assertThat(ids(lux.enriched().readValue())).containsExactly("a", "c");
        lux.advance(Duration.ofSeconds(5));
        assertThat(lux.enriched().isEmpty()).isTrue();

        lux.cells().pipeInput(LATE_CELL, cell().setRegion("late").build());
        lux.advance(Duration.ofSeconds(1));

        EnrichedBlock rest = lux.enriched().readValue();
        assertThat(rest.getReenriched()).isTrue();
        assertThat(ids(rest)).containsExactly("b");
        assertThat(rest.getEvents().get(0).getCell().getRegion()).isEqualTo("late");
        assertThat(missingCells(rest)).isEmpty();
        lux.advance(WAIT.multipliedBy(2));
        assertThat(lux.enriched().isEmpty()).isTrue();
    }

    @Test
    void anEventWhoseCellDoesNotComeGoesOnWhenItsTimeIsOverAndNamesIt() {
        send(at("a", LATE_CELL));
        assertThat(lux.enriched().isEmpty()).isTrue();

        lux.advance(WAIT);

        assertThat(missingCells(lux.enriched().readValue())).containsExactly(LATE_CELL);
        assertThat(lux.listener.missed).filteredOn(ReferenceKind.CELL::equals).hasSize(1);
    }

    @Test
    void whatWaitsGoesOnBeforeTheIdleMarkOfItsSource() {
        send(at("a", LATE_CELL));
        EventBlock mark = new EventBlock(SOURCE, null, 0, null, null, true, List.of(), null, false);

        lux.blocks().pipeInput(SOURCE, mark);

        assertThat(lux.enriched().readValuesToList())
                .extracting(EnrichedBlock::getSourceIdle)
                .containsExactly(false, true);
    }

    @Test
    void whatWasLostDoesNotWaitAndIsSaidOnce() {
        BlockLosses losses = new BlockLosses(2L, 0L, 0L, 1L, NOON);
        EventBlock block = block(at("a", LATE_CELL));
        block.setLosses(losses);
        lux.blocks().pipeInput(SOURCE, block);
        lux.advance(WAIT);

        List<EnrichedBlock> enriched = lux.enriched().readValuesToList();
        assertThat(enriched).extracting(ParkingTest::ids).containsExactly(List.of(), List.of("a"));
        assertThat(enriched).extracting(EnrichedBlock::getLosses).containsExactly(losses, null);
        assertThat(enriched).extracting(EnrichedBlock::getReenriched).containsExactly(false, true);
    }

    @Test
    void whatFindsNoRoomGoesOnAtOnce() {
        send(at("a", LATE_CELL), at("b", LATE_CELL), at("c", LATE_CELL), at("d", LATE_CELL));

        assertThat(ids(lux.enriched().readValue())).containsExactly("d");
    }

    @Test
    void whatLacksAnotherReferenceDoesNotWait() {
        send(event("a").setDeviceTac("35000000").build());

        assertThat(ids(lux.enriched().readValue())).containsExactly("a");
    }

    private void send(NetworkEvent... events) {
        lux.blocks().pipeInput(SOURCE, block(events));
    }

    private static NetworkEvent at(String id, String cellKey) {
        return event(id).setLocation(location(cellKey)).build();
    }

    private static List<String> ids(EnrichedBlock block) {
        return block.getEvents().stream()
                .map(enriched -> enriched.getEvent().getEventId())
                .toList();
    }

    private static List<String> missingCells(EnrichedBlock block) {
        return block.getEvents().stream()
                .map(EnrichedEvent::getMissingReferences)
                .flatMap(List::stream)
                .filter(missing -> missing.getTable().equals("cell"))
                .map(MissingReference::getKey)
                .toList();
    }
}
