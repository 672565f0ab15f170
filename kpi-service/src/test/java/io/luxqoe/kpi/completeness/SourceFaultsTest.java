package io.luxqoe.kpi.completeness;

import static io.luxqoe.kpi.completeness.Incident.OPEN;
import static io.luxqoe.kpi.completeness.IncidentKind.LOST_NUMBERS;
import static io.luxqoe.kpi.completeness.IncidentKind.LOST_RECORDS;
import static io.luxqoe.kpi.completeness.IncidentKind.REJECTED;
import static io.luxqoe.kpi.completeness.IncidentKind.SILENT;
import static io.luxqoe.kpi.completeness.SourceFaults.UNHEARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.luxqoe.kpi.window.Events;
import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import java.time.Instant;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceFaultsTest {

    private static final String MSC = "msc-1";

    private final SourceFaults faults = new SourceFaults(MSC);

    @Test
    void aBlockThatLostNothingIsNoIncident() {
        assertThat(faults.take(block(1, 2), UNHEARD)).isEmpty();
        assertThat(faults.take(idle(false), 2)).isEmpty();
        assertThat(faults.takeChanged()).isFalse();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void whatIsLostLiesBetweenTheHighestEventTimeBeforeAndTheHighestOfTheRawRecord() {
        assertThat(faults.take(lost(block(110, 120), new BlockLosses(3L, 0L, 2L, 1L, at(150))), 100))
                .containsExactly(
                        new Incident(MSC, 100, 150, LOST_NUMBERS, 3),
                        new Incident(MSC, 100, 150, LOST_RECORDS, 2),
                        new Incident(MSC, 100, 150, REJECTED, 1));
    }

    @Test
    void whatIsLostOfAnEarlierOrOverlappingRawRecordLiesInItsOwnTimeToo() {
        assertThat(faults.take(rejected(block(80, 120)), 100)).containsExactly(new Incident(MSC, 80, 120, REJECTED, 1));
        assertThat(faults.take(rejected(block(50, 60)), 120)).containsExactly(new Incident(MSC, 50, 60, REJECTED, 1));
        assertThat(faults.take(rejected(block(50, 60)), UNHEARD))
                .containsExactly(new Incident(MSC, 50, 60, REJECTED, 1));
    }

    @Test
    void theTimesOfEventsThatWaitForAReferenceCount() {
        EnrichedBlock parked = rejected(block());
        parked.setLeastEventTime(at(110));
        parked.setHighestEventTime(at(120));

        assertThat(faults.take(parked, 115)).containsExactly(new Incident(MSC, 110, 120, REJECTED, 1));
    }

    @Test
    void aRawRecordWithoutEventsLosesFromTheHighestEventTimeUpToTheBlockThatGoesBeyondIt() {
        assertThat(faults.take(rejected(block()), 100)).containsExactly(new Incident(MSC, 100, OPEN, REJECTED, 1));
        assertThat(faults.take(rejected(block()), 100)).containsExactly(new Incident(MSC, 100, OPEN, REJECTED, 1));
        assertThat(faults.take(block(90, 100), 100)).isEmpty();
        assertThat(faults.take(block(90, 130), 100))
                .containsExactly(new Incident(MSC, 100, OPEN, REJECTED, -2), new Incident(MSC, 100, 130, REJECTED, 2));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void aSilenceLastsFromTheHighestEventTimeToTheNextEvent() {
        assertThat(faults.take(idle(true), 100)).containsExactly(new Incident(MSC, 100, OPEN, SILENT, 1));
        assertThat(faults.take(idle(true), 100)).isEmpty();
        assertThat(faults.take(block(95, 700, 900), 100))
                .containsExactly(new Incident(MSC, 100, OPEN, SILENT, -1), new Incident(MSC, 100, 700, SILENT, 1));
        assertThat(faults.take(block(1000), 900)).isEmpty();
    }

    @Test
    void aSourceThatNeverHadAnEventIsMissedNowhere() {
        assertThat(faults.take(idle(true), UNHEARD)).isEmpty();
        assertThat(faults.take(rejected(block()), UNHEARD)).isEmpty();
    }

    @Test
    void aNumberThatComesAfterAllTakesItsGapBackAndNoOther() {
        faults.take(missing(block(110, 120), 2), 100);
        faults.take(missing(block(210, 220), 1), 200);

        assertThat(faults.take(recovered(block(112, 118), 1), 220))
                .containsExactly(new Incident(MSC, 100, 120, LOST_NUMBERS, -1));
        assertThat(faults.take(recovered(block(112, 118), 3), 220))
                .containsExactly(new Incident(MSC, 100, 120, LOST_NUMBERS, -1));
        assertThat(faults.take(recovered(block(150, 160), 1), 220)).isEmpty();
        assertThat(faults.take(recovered(block(205), 1), 220))
                .containsExactly(new Incident(MSC, 200, 220, LOST_NUMBERS, -1));
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void ofManyGapsTheEarliestAreForgottenAndStand() {
        for (int i = 0; i <= Gaps.MOST; i++) {
            faults.take(missing(block(10 * i + 9), 1), 10L * i + 1);
        }

        assertThat(faults.take(recovered(block(5), 1), 1000)).isEmpty();
        assertThat(faults.take(recovered(block(15), 1), 1000))
                .containsExactly(new Incident(MSC, 11, 19, LOST_NUMBERS, -1));
    }

    @Test
    void aTaskGoesOnFromTheOctets() {
        faults.take(missing(block(110, 120), 2), 100);
        faults.take(rejected(block()), 120);
        faults.take(idle(true), 120);
        assertThat(faults.takeChanged()).isTrue();
        assertThat(faults.takeChanged()).isFalse();

        SourceFaults again = SourceFaults.fromBytes(MSC, faults.toBytes());

        assertThat(again.toBytes()).isEqualTo(faults.toBytes());
        EnrichedBlock next = recovered(block(115, 130), 1);
        assertThat(again.take(next, 120)).isEqualTo(faults.take(next, 120)).hasSize(5);
    }

    @Test
    void octetsOfAnotherVersionOrDamagedOnesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SourceFaults.fromBytes(MSC, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> SourceFaults.fromBytes(MSC, new byte[] {2, 0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> SourceFaults.fromBytes(MSC, new byte[] {1, 1, 5, 0}));
    }

    private static EnrichedBlock block(long... times) {
        return Events.block(
                MSC,
                LongStream.of(times)
                        .mapToObj(time -> Events.answeredCall(MSC, at(time)))
                        .toArray(EnrichedEvent[]::new));
    }

    private static EnrichedBlock missing(EnrichedBlock block, long numbers) {
        return lost(block, new BlockLosses(numbers, 0L, 0L, 0L, null));
    }

    private static EnrichedBlock recovered(EnrichedBlock block, long numbers) {
        return lost(block, new BlockLosses(0L, numbers, 0L, 0L, null));
    }

    private static EnrichedBlock rejected(EnrichedBlock block) {
        return lost(block, new BlockLosses(0L, 0L, 0L, 1L, null));
    }

    private static EnrichedBlock lost(EnrichedBlock block, @Nullable BlockLosses losses) {
        block.setLosses(losses);
        return block;
    }

    private static EnrichedBlock idle(boolean silent) {
        EnrichedBlock mark = Events.idle(MSC);
        mark.setSourceSilent(silent);
        return mark;
    }

    private static Instant at(long time) {
        return Instant.ofEpochMilli(time);
    }
}
