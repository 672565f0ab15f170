package io.luxqoe.enrichment.join;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Source;
import io.luxqoe.streams.PartitionMark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random interleavings of events, reference changes, tombstones, restarts and the clock, against {@link NaiveReferences};
 * with an even seed events that lack a cell or a subscriber wait for it. {@code -Dlux.oracle.seeds=3000} for more of them,
 * {@code -Dlux.oracle.first=1234} to begin elsewhere.
 */
class EnrichmentOracleTest {
    private static final int STEPS = 300;
    private static final ParkingOptions PARKING =
            new ParkingOptions(Duration.ofSeconds(5), 12, Set.of(ReferenceKind.CELL, ReferenceKind.SUBSCRIBER));

    static Stream<Long> seeds() {
        return Stream.iterate(Long.getLong("lux.oracle.first", 1), seed -> seed + 1)
                .limit(Long.getLong("lux.oracle.seeds", 20));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventMeetsWhatANaiveSearchFinds(long seed) {
        Random random = new Random(seed);
        NaiveReferences naive = new NaiveReferences(random);
        boolean parking = seed % 2 == 0;
        EnrichmentDriver lux = start(parking);
        Waiting waiting = new Waiting(naive, parking ? PARKING.maxEvents() : 0);
        try {
            for (int step = 0; step < STEPS; step++) {
                List<Out> expected = List.of();
                int what = random.nextInt(100);
                if (what == 0) {
                    // What waits would lie in the changelog, which a driver does not read: so none does.
                    check(lux, waiting.tick(lux, PARKING.maxWait()), seed, step);
                    lux.close();
                    lux = start(parking);
                    naive.load(lux);
                    waiting.missed = 0;
                } else if (what < 5) {
                    EventBlock mark = naive.idle();
                    expected = waiting.leaveFor(mark);
                    lux.blocks().pipeInput(mark.getSource(), mark);
                } else if (what < 15) {
                    expected = waiting.tick(lux, Duration.ofSeconds(1 + random.nextInt(2)));
                } else if (what < 45) {
                    EventBlock block = naive.block();
                    expected = waiting.meet(block);
                    lux.blocks().pipeInput(block.getSource(), block);
                } else {
                    naive.change(lux);
                }
                check(lux, expected, seed, step);
                assertThat(lux.listener.missed).hasSize(waiting.missed);
            }
        } finally {
            lux.close();
        }
    }

    private static EnrichmentDriver start(boolean parking) {
        return parking ? new EnrichmentDriver(PARKING) : new EnrichmentDriver(false);
    }

    private static void check(EnrichmentDriver lux, List<Out> expected, long seed, int step) {
        assertThat(lux.enriched().readValuesToList().stream().map(Out::of))
                .as("seed %d, step %d", seed, step)
                .containsExactlyElementsOf(expected);
    }

    /** A block as it comes out. */
    private record Out(String source, boolean idle, boolean reenriched, List<NaiveReferences.Seen> events) {
        private static Out of(EnrichedBlock block) {
            return new Out(
                    block.getSource(), block.getSourceIdle(), block.getReenriched(), NaiveReferences.seen(block));
        }
    }

    /** The events that wait, in the order they came. */
    private static final class Waiting {
        private static final Set<String> TABLES = Set.of("cell", "subscriber");

        private final NaiveReferences naive;
        private final int most;
        private final List<Parked> all = new ArrayList<>();
        private long now;
        private int missed;

        /** The events of one block that wait, and what was known of its source when it came. */
        private record Parked(String sourceId, @Nullable Source source, List<NetworkEvent> events, long since) {}

        Waiting(NaiveReferences naive, int most) {
            this.naive = naive;
            this.most = most;
        }

        List<Out> meet(EventBlock block) {
            Source source = naive.sourceOf(block);
            Parked parked = new Parked(block.getSource(), source, new ArrayList<>(), now);
            List<NaiveReferences.Seen> others = new ArrayList<>();
            for (NetworkEvent event : block.getEvents()) {
                NaiveReferences.Seen seen = naive.expected(event, source, block.getSource());
                missed += seen.missing().size();
                if (lacks(seen) && waiting() + parked.events.size() < most) {
                    parked.events.add(event);
                } else {
                    others.add(seen);
                }
            }
            if (!parked.events.isEmpty()) {
                all.add(parked);
            }
            return others.isEmpty() ? List.of() : List.of(new Out(block.getSource(), false, false, others));
        }

        private int waiting() {
            return all.stream().mapToInt(parked -> parked.events.size()).sum();
        }

        List<Out> tick(EnrichmentDriver lux, Duration time) {
            lux.advance(time);
            now += time.toMillis();
            return leave(
                    parked -> true,
                    parked -> now - parked.since >= PARKING.maxWait().toMillis());
        }

        List<Out> leaveFor(EventBlock mark) {
            boolean every = PartitionMark.isMark(mark.getSource());
            List<Out> out = leave(parked -> every || parked.sourceId.equals(mark.getSource()), parked -> true);
            out.add(new Out(mark.getSource(), true, false, List.of()));
            return out;
        }

        private List<Out> leave(Predicate<Parked> which, Predicate<Parked> over) {
            List<Out> out = new ArrayList<>();
            for (Parked parked : List.copyOf(all)) {
                List<NaiveReferences.Seen> ready = new ArrayList<>();
                for (NetworkEvent event : which.test(parked) ? List.copyOf(parked.events) : List.<NetworkEvent>of()) {
                    NaiveReferences.Seen seen = naive.expected(event, parked.source, parked.sourceId);
                    if (over.test(parked) || !lacks(seen)) {
                        parked.events.remove(event);
                        ready.add(seen);
                    }
                }
                if (!ready.isEmpty()) {
                    out.add(new Out(parked.sourceId, false, true, ready));
                }
                all.removeIf(each -> each.events.isEmpty());
            }
            return out;
        }

        private static boolean lacks(NaiveReferences.Seen seen) {
            return seen.missing().stream().anyMatch(missing -> TABLES.contains(missing.getTable()));
        }
    }
}
