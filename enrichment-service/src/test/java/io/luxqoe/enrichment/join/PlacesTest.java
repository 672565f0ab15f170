package io.luxqoe.enrichment.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.reference.AsOfLookup;
import io.luxqoe.enrichment.reference.Changes;
import io.luxqoe.enrichment.reference.KeyTable;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.enrichment.reference.Span;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.RadioTechnology;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PlacesTest {
    private static final String CELL = "208-20-1-1";

    private final Changes changes = new Changes();
    private final Cells cells = new Cells();
    private final KeyTable<Places.Place> kept = new KeyTable<>();
    private final Places places = new Places(references(), kept);

    /** Every cell says the same number, always. */
    private static final class Cells implements AsOfLookup<CellContext> {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile int number;

        @Override
        public CellContext asOf(String key, long instant) {
            asked.incrementAndGet();
            return new CellContext(Integer.toString(number), "r", "d", RadioTechnology.UNKNOWN, "v", null);
        }

        @Override
        public CellContext asOf(String key, Span span) {
            return asOf(key, span.instant());
        }
    }

    @Test
    void aPlaceIsLookedUpOnceForAllThatShareIt() {
        Places others = new Places(references(), kept);

        Places.Place found = places.at(CELL, 0);

        assertThat(others.at(CELL, 1)).isSameAs(found);
        assertThat(atOnce(others, CELL, null, CELL)).containsExactly(found, null, found);
        assertThat(cells.asked).hasValue(1);
    }

    @Test
    void aPlaceOfBeforeAChangeIsLookedUpAgain() {
        assertThat(number(places.at(CELL, 0))).isZero();

        changes.make(() -> cells.number = 1);

        assertThat(number(places.at(CELL, 0))).isEqualTo(1);
        assertThat(number(atOnce(places, CELL)[0])).isEqualTo(1);
        assertThat(cells.asked).hasValue(2);
    }

    @Test
    void whatWasFoundWhileATableChangedIsNotKept() {
        changes.make(() -> {
            assertThat(number(places.at(CELL, 0))).isZero();
            cells.number = 1;
            assertThat(number(places.at(CELL, 0))).isEqualTo(1);
        });

        assertThat(kept.size()).isZero();
        assertThat(number(places.at(CELL, 0))).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void whoHasSeenAChangeNeverSeesWhatWasBeforeIt() throws Exception {
        CompletableFuture<Void> storm = CompletableFuture.runAsync(() -> {
            for (int i = 1; i <= 50_000; i++) {
                int number = i;
                changes.make(() -> cells.number = number);
            }
        });
        CompletableFuture<?>[] readers = new CompletableFuture<?>[3];
        for (int i = 0; i < readers.length; i++) {
            readers[i] = CompletableFuture.runAsync(() -> {
                Places own = new Places(references(), kept);
                int last = 0;
                while (!storm.isDone()) {
                    // All cells change at once, so that what is seen of one may not be older than of another.
                    for (Places.Place place : atOnce(own, CELL, "208-20-1-2", CELL)) {
                        assertThat(number(place)).isGreaterThanOrEqualTo(last);
                        last = number(place);
                    }
                    int one = number(own.at(CELL, 0));
                    assertThat(one).isGreaterThanOrEqualTo(last);
                    last = one;
                }
            });
        }
        CompletableFuture.allOf(readers).get(50, TimeUnit.SECONDS);
        storm.get();

        assertThat(number(places.at(CELL, 0))).isEqualTo(50_000);
    }

    private static @Nullable Places.Place[] atOnce(Places places, @Nullable String... cellKeys) {
        @Nullable Places.Place[] found = new Places.Place[cellKeys.length];
        places.at(cellKeys, new long[cellKeys.length], found);
        return found;
    }

    private static int number(Places.@Nullable Place place) {
        assertThat(place).isNotNull();
        assertThat(place.cell()).isNotNull();
        return Integer.parseInt(place.cell().getSite());
    }

    private References references() {
        return new References(
                cells,
                (key, instant) -> null,
                (key, instant) -> null,
                (key, instant) -> null,
                (key, instant) -> null,
                (key, instant) -> null,
                (key, instant) -> null,
                (key, instant) -> null,
                (key, instant) -> null,
                (cellKey, cell, equipment, span) -> List.of(),
                changes);
    }
}
