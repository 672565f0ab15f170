package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random interleavings of sources, disorder, late events, silence and the clock in a driver, against {@link NaiveWindows}.
 * {@code -Dlux.oracle.seeds=3000} for more of them, {@code -Dlux.oracle.first=1234} to begin elsewhere. What is restored
 * after a restart lies in changelogs, which a driver does not read: {@link DayOfTrafficIT} kills instances.
 */
class WindowOracleTest {
    private static final int STEPS = 120;
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Seconds that the slices take at most in which a task closes its windows. */
    private static final int SLICES = 60;

    private static final List<String[]> SIZES = List.of(
            new String[] {"PT1M"},
            new String[] {"PT1M", "PT15M", "PT1H"},
            new String[] {"PT1M", "PT5M/PT1M", "PT15M"},
            new String[] {"PT30S", "PT2M/PT1M", "PT5M", "PT1H", "P1D"});

    @TempDir
    Path folder;

    static Stream<Long> seeds() {
        return Stream.iterate(Long.getLong("lux.oracle.first", 1), seed -> seed + 1)
                .limit(Long.getLong("lux.oracle.seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theFinalWindowsAreThoseOfANaiveCount(long seed) {
        new Run(seed, folder.resolve("seed-" + seed)).run();
    }

    /** One seed. */
    private static final class Run {
        private final Random random;
        private final FactMaker maker;
        private final String[] sizes;
        private final Duration grace;
        private final NaiveWindows naive;
        private final FinalSet finals;
        private final KpiHarness lux;
        private final Map<String, Long> highest = new HashMap<>();
        private final Set<String> active = new HashSet<>();
        private final Set<String> late = new HashSet<>();
        private final int sources;
        private long closed = Long.MIN_VALUE;
        private long now;

        Run(long seed, Path stateDir) {
            random = new Random(seed);
            maker = new FactMaker(random);
            sizes = SIZES.get(random.nextInt(SIZES.size()));
            grace = Duration.ofSeconds(List.of(0, 1, 60, 300).get(random.nextInt(4)));
            sources = 1 + random.nextInt(5);
            naive = new NaiveWindows(grace, sizes);
            finals = new FinalSet(naive);
            int windowsAtOnce = random.nextBoolean() ? 4000 : 7;
            lux = new KpiHarness(KpiHarness.spec(grace, 1, 1, windowsAtOnce, sizes), FactMaker.AXES, stateDir);
        }

        void run() {
            try (lux) {
                for (int step = 0; step < STEPS; step++) {
                    int what = random.nextInt(20);
                    if (what < 12) {
                        sendBlock("msc-" + random.nextInt(sources));
                    } else if (what < 14) {
                        fallIdle("msc-" + random.nextInt(sources));
                    } else if (what < 15) {
                        stopAll();
                    } else {
                        pass(TICK);
                    }
                }
                stopAll();
                jump(Duration.ofMillis(Math.max(
                        0,
                        highest.values().stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0)
                                - now)));
                for (String size : sizes) {
                    jump(length(size).plus(grace).plus(TICK));
                }
                for (int tick = 0; tick < SLICES; tick++) {
                    pass(TICK);
                }
                hear();
                finals.check();
                assertThat(late).isEqualTo(naive.late());
                KpiProgress progress = lux.lastProgress();
                assertThat(progress.getCounted()).isEqualTo(naive.counted());
                assertThat(progress.getLate()).isEqualTo(naive.late().size());
            }
        }

        /** Traffic stops: the windows of the base size are closed when a source that is idle was noticed to be. */
        private void stopAll() {
            for (String source : List.copyOf(active)) {
                fallIdle(source);
            }
            pass(TICK);
            hear();
            long base = naive.windows().keySet().stream()
                    .filter(id -> id.size().equals(sizes[0]))
                    .count();
            for (int tick = 0; tick < SLICES && baseFinals() < base; tick++) {
                pass(TICK);
                hear();
            }
            assertThat(baseFinals()).isEqualTo(base);
        }

        private long baseFinals() {
            return finals.digests().keySet().stream()
                    .filter(id -> id.size().equals(sizes[0]))
                    .count();
        }

        /** Around the clock, some ahead of it; some a little out of order, some long ago. */
        private void sendBlock(String source) {
            List<EnrichedEvent> events = new ArrayList<>();
            int count = random.nextInt(6);
            if (highest.putIfAbsent(source, Long.MIN_VALUE) == null) {
                // an empty block, too, makes a source known
                active.add(source);
            }
            for (int i = 0; i < count; i++) {
                long time = Math.max(highest.getOrDefault(source, now), 0) + random.nextInt(40_000) - 10_000;
                int dice = random.nextInt(20);
                if (dice == 0) {
                    time -= random.nextInt(1_000_000);
                } else if (dice == 1) {
                    time += random.nextInt(600_000);
                } else if (dice == 2) {
                    // at the very end of grace
                    time = Math.floorDiv(time, 60_000) * 60_000 + random.nextInt(3) - 1;
                }
                Fact fact = maker.make(source, Instant.ofEpochMilli(time));
                naive.add(fact, closed);
                highest.merge(source, time, Math::max);
                active.add(source);
                events.add(fact.event());
            }
            lux.send(Events.block(source, events.toArray(EnrichedEvent[]::new)));
        }

        private void fallIdle(String source) {
            lux.send(Events.idle(source));
            highest.putIfAbsent(source, Long.MIN_VALUE);
            active.remove(source);
        }

        private void pass(Duration time) {
            lux.pass(time);
            advance(time);
        }

        private void jump(Duration time) {
            lux.jump(time);
            advance(time);
            pass(TICK);
        }

        /** How far the task has promised to send nothing more. */
        private void advance(Duration time) {
            now += time.toMillis();
            if (!active.isEmpty()) {
                closed = Math.max(
                        closed, active.stream().mapToLong(highest::get).min().orElseThrow());
                return;
            }
            long top =
                    highest.values().stream().mapToLong(Long::longValue).max().orElse(Long.MIN_VALUE);
            if (top > Long.MIN_VALUE) {
                for (String size : sizes) {
                    long end = endOf(size, top) + grace.toMillis() + 1;
                    if (size.equals(sizes[0]) || end <= now) {
                        closed = Math.max(closed, end);
                    }
                }
            }
        }

        private void hear() {
            lux.published().forEach(said -> finals.hear(said.key, said.value));
            late.addAll(lux.late().readValuesToList().stream()
                    .map(event -> event.getEvent().getEventId())
                    .collect(Collectors.toSet()));
        }

        private static Duration length(String size) {
            return size.equals("P1D") ? Duration.ofDays(1) : Duration.parse(size.split("/", -1)[0]);
        }

        /** End of the newest window that holds a time; days of Paris begin an hour before those of UTC in 1970. */
        private static long endOf(String size, long time) {
            if (size.equals("P1D")) {
                long day = 86_400_000;
                return Math.floorDiv(time + 3_600_000, day) * day + day - 3_600_000;
            }
            String[] parts = size.split("/", -1);
            long hop = Duration.parse(parts[parts.length - 1]).toMillis();
            return Math.floorDiv(time, hop) * hop + length(size).toMillis();
        }
    }
}
