package io.luxqoe.enrichment.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.schemas.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RevisionTest {
    private static final Revision.Shape<Cell, String> REGION =
            new Revision.Shape<>(Cell::getValidFrom, Cell::getValidUntil, Cell::getRegion);

    @Test
    void aRecordWithoutValidityHoldsAlways() {
        Revision<String> always = chain(cell("idf", 0, null));

        assertThat(List.of(Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE - 1))
                .allSatisfy(
                        instant -> assertThat(Revision.asOf(always, instant)).isEqualTo("idf"));
    }

    @Test
    void aRevisionHoldsFromItsFirstInstantUntilBeforeItsLast() {
        Revision<String> bounded = chain(cell("idf", 10, 20L));

        assertThat(Stream.of(9L, 10L, 19L, 20L).map(instant -> Revision.asOf(bounded, instant)))
                .containsExactly(null, "idf", "idf", null);
    }

    @Test
    void aChangeInTheFutureDoesNotShowEarly() {
        Revision<String> moved = chain(cell("paca", 100, null), cell("idf", 0, null));

        assertThat(Revision.asOf(moved, 99)).isEqualTo("idf");
        assertThat(Revision.asOf(moved, 100)).isEqualTo("paca");
    }

    @Test
    void aRevisionThatHasEndedUncoversTheOneItOverlaid() {
        Revision<String> overlaid = chain(cell("paca", 100, 200L), cell("idf", 0, null));

        assertThat(Revision.asOf(overlaid, 200)).isEqualTo("idf");
    }

    @Test
    void nothingHoldsBetweenRevisionsThatDoNotMeet() {
        Revision<String> gap = chain(cell("paca", 200, null), cell("idf", 0, 100L));

        assertThat(Revision.asOf(gap, 150)).isNull();
    }

    @Test
    void nothingHoldsOfAKeyThatIsNotThere() {
        assertThat(Revision.<String>asOf(null, 0)).isNull();
    }

    @Test
    void sixteenEarlierRevisionsAreKept() {
        Cell[] previous = new Cell[20];
        for (int i = 0; i < previous.length; i++) {
            previous[i] = cell("r" + i, 1_000 - i, 1_001L - i);
        }
        Revision<String> chain = chain(cell("now", 1_001, null), previous);

        assertThat(Revision.asOf(chain, 1_000 - 15)).isEqualTo("r15");
        assertThat(Revision.asOf(chain, 1_000 - 16)).isNull();
    }

    /** Against a search that knows no chain: the first of the list whose interval covers the instant. */
    @Test
    void agreesWithANaiveSearchOnAnyRevisions() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Cell> revisions = new ArrayList<>();
            for (int i = random.nextInt(Revision.MOST); i >= 0; i--) {
                long from = random.nextInt(50);
                Long until = random.nextInt(3) == 0 ? null : Long.valueOf(from + random.nextInt(30) - 5);
                revisions.add(cell("r" + i, from, until));
            }
            Revision<String> chain = chain(
                    revisions.get(0), revisions.subList(1, revisions.size()).toArray(Cell[]::new));

            for (long instant = 0; instant < 90; instant++) {
                assertThat(Revision.asOf(chain, instant))
                        .as("seed %d, instant %d of %s", seed, instant, revisions)
                        .isEqualTo(naive(revisions, instant));
            }
        }
    }

    private static @Nullable String naive(List<Cell> revisions, long instant) {
        Instant at = Instant.ofEpochMilli(instant);
        return revisions.stream()
                .filter(cell -> !cell.getValidFrom().isAfter(at))
                .filter(cell -> cell.getValidUntil() == null
                        || Objects.requireNonNull(cell.getValidUntil()).isAfter(at))
                .map(Cell::getRegion)
                .findFirst()
                .orElse(null);
    }

    private static Revision<String> chain(Cell newest, Cell... previous) {
        return Revision.chain(newest, List.of(previous), REGION);
    }

    private static Cell cell(String region, long from, @Nullable Long until) {
        return TestRecords.cell()
                .setRegion(region)
                .setValidFrom(Instant.ofEpochMilli(from))
                .setValidUntil(until == null ? null : Instant.ofEpochMilli(until))
                .build();
    }
}
