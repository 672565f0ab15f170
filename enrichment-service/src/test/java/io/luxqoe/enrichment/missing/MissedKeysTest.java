package io.luxqoe.enrichment.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.enrichment.reference.ReferenceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class MissedKeysTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final MissedKeys missed = new MissedKeys(Duration.ofHours(1), now::get);
    private final MissingController controller = new MissingController(missed);

    @Test
    void theMostMissedKeysComeFirstThoughFarMoreKeysWereMissedThanAreKept() {
        for (int i = 0; i < 50_000; i++) {
            missed.add(ReferenceKind.CELL, "rare-" + i);
            missed.add(ReferenceKind.CELL, "often-" + i % 10);
            if (i % 2 == 0) {
                missed.add(ReferenceKind.CELL, "most");
            }
        }

        assertThat(missed.top(ReferenceKind.CELL, 3)).first().satisfies(first -> {
            assertThat(first.key()).isEqualTo("most");
            assertThat(25_000L).isBetween(first.misses() - first.error(), first.misses());
        });
        assertThat(missed.top(ReferenceKind.CELL, 11))
                .extracting(MissedKeys.Missed::key)
                .filteredOn(key -> key.startsWith("often"))
                .hasSize(10);
    }

    @Test
    void whatIsMissedNoLongerLeavesTheListAfterTwoPeriods() {
        missed.add(ReferenceKind.CELL, "repaired");
        now.set(NOON.plus(Duration.ofMinutes(61)));
        assertThat(missed.top(ReferenceKind.CELL, 10)).hasSize(1);
        assertThat(missed.since(ReferenceKind.CELL)).isEqualTo(NOON);

        now.set(NOON.plus(Duration.ofMinutes(122)));

        assertThat(missed.top(ReferenceKind.CELL, 10)).isEmpty();
    }

    @Test
    void onlyTablesOfWhichSomethingWasMissedAreListed() {
        missed.add(ReferenceKind.DEVICE_TYPE, "35000000");

        assertThat(controller.missing(null, 10).tables())
                .containsExactly(new MissingController.MissingInTable(
                        "device-type", NOON, List.of(new MissedKeys.Missed("35000000", 1, 0))));
        assertThat(controller.missing("cell", 10).tables())
                .extracting(MissingController.MissingInTable::keys)
                .containsExactly(List.of());
    }

    @Test
    void aTableThatThereIsNotAndALimitBeyondTheBoundAreRefused() {
        assertThatThrownBy(() -> controller.missing("cells", 10))
                .isInstanceOf(ErrorResponseException.class)
                .hasMessageContaining("device-type");
        assertThatThrownBy(() -> controller.missing(null, 101)).isInstanceOf(ErrorResponseException.class);
    }
}
