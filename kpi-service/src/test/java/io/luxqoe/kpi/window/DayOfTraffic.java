package io.luxqoe.kpi.window;

import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What the sources of a network send in a day: the one of 25 hours on which summer time ended. A fifth of the events is
 * out of order, one in fifty is late. One source is an hour behind the others, the clock of one an hour ahead, one is
 * silent from noon on. Duplicates are no matter here: the decoder drops them.
 */
final class DayOfTraffic {

    static final int PARTITIONS = 4;
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Instant MIDNIGHT = Instant.parse("2025-10-25T22:00:00Z");
    private static final Duration DAY = Duration.ofHours(25);
    private static final Instant NOON = Instant.parse("2025-10-26T11:00:00Z");
    private static final int LARGEST_BLOCK = 30;
    private static final List<String> SOURCES = List.of(
            "msc-0", "msc-1", "msc-2", "msc-3", "msc-4", "msc-behind", "msc-ahead", "msc-silent", "pgw-1", "pgw-2");

    /**
     * A block of one source, or its mark of being idle.
     *
     * @param partition partition of its source
     */
    record Block(int partition, String source, List<Fact> facts, boolean isMark) {

        EnrichedBlock message() {
            return isMark
                    ? Events.idle(source)
                    : Events.block(source, facts.stream().map(Fact::event).toArray(EnrichedEvent[]::new));
        }
    }

    private final RandomGenerator random;
    private final FactMaker maker;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Instant> highest = new HashMap<>();
    private int events;
    private int disordered;

    /** A day of about so many events, always the same for a seed. */
    DayOfTraffic(long seed, int events) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        maker = new FactMaker(random);
        // whose source has never been heard of, no window can wait for
        SOURCES.forEach(source -> addBlock(source, List.of(MIDNIGHT.minus(Duration.ofHours(2)))));
        Set<String> active = new HashSet<>(SOURCES);
        while (this.events < events) {
            Instant now = MIDNIGHT.plus(DAY.multipliedBy(this.events).dividedBy(events));
            if (!now.isBefore(NOON) && active.remove("msc-silent")) {
                addMark("msc-silent");
            }
            String source = SOURCES.get(random.nextInt(SOURCES.size()));
            if (active.contains(source)) {
                addBlock(source, times(now.plus(clockOf(source)), 1 + random.nextInt(LARGEST_BLOCK)));
            }
        }
        active.forEach(this::addMark);
    }

    /** In the order in which a network sends them. */
    List<Block> blocks() {
        return blocks;
    }

    NaiveWindows naive(String... sizes) {
        NaiveWindows naive = new NaiveWindows(GRACE, sizes);
        blocks.forEach(block -> block.facts().forEach(naive::add));
        return naive;
    }

    int events() {
        return events;
    }

    double shareOutOfOrder() {
        return disordered / (double) events;
    }

    private List<Instant> times(Instant now, int count) {
        List<Instant> times = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int dice = random.nextInt(100);
            long back = 0;
            if (dice < 2) {
                back = 720_000 + random.nextInt(1_800_000);
            } else if (dice < 23) { // some of these are the highest all the same
                back = random.nextInt(240_000);
            }
            times.add(now.plusMillis(i).minusMillis(back));
        }
        return times;
    }

    private static Duration clockOf(String source) {
        return switch (source) {
            case "msc-behind" -> Duration.ofHours(-1);
            case "msc-ahead" -> Duration.ofHours(1);
            default -> Duration.ZERO;
        };
    }

    private void addBlock(String source, List<Instant> times) {
        List<Fact> facts = new ArrayList<>();
        for (Instant time : times) {
            facts.add(maker.make(source, time));
            Instant before = highest.merge(source, time, (one, other) -> one.isAfter(other) ? one : other);
            disordered += time.isBefore(before) ? 1 : 0;
        }
        events += facts.size();
        blocks.add(new Block(partitionOf(source), source, facts, false));
    }

    private void addMark(String source) {
        blocks.add(new Block(partitionOf(source), source, List.of(), true));
    }

    private static int partitionOf(String source) {
        return SOURCES.indexOf(source) % PARTITIONS;
    }
}
