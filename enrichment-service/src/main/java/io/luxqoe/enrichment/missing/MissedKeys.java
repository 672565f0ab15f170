package io.luxqoe.enrichment.missing;

import io.luxqoe.enrichment.reference.ReferenceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.datasketches.frequencies.ErrorType;
import org.apache.datasketches.frequencies.ItemsSketch;

/**
 * The most missed keys of each table, of this instance, in bounded memory: a sketch of frequent items (Misra-Gries) for the
 * present period and one for the period before, so that what has been repaired leaves the list. Stream threads add, requests
 * read.
 */
public final class MissedKeys {
    /** Entries of a sketch: a power of two. Three quarters of them are keys. */
    private static final int ENTRIES = 4_096;

    private final Duration period;
    private final InstantSource clock;
    private final Map<ReferenceKind, Table> tables = new EnumMap<>(ReferenceKind.class);

    /**
     * A key that was missed.
     *
     * @param key the key
     * @param misses how often at most
     * @param error how much less it may have been
     */
    public record Missed(String key, long misses, long error) {}

    /** Counts in periods of that length. */
    public MissedKeys(Duration period, InstantSource clock) {
        this.period = period;
        this.clock = clock;
        Arrays.stream(ReferenceKind.values()).forEach(kind -> tables.put(kind, new Table()));
    }

    /** An event named that key and the table did not hold it. */
    public void add(ReferenceKind kind, String key) {
        of(kind).add(key);
    }

    /** The most missed keys of a table, the most missed first. */
    List<Missed> top(ReferenceKind kind, int limit) {
        return of(kind).top(limit);
    }

    /** Since when the answers of that table count. */
    Instant since(ReferenceKind kind) {
        return of(kind).since();
    }

    private Table of(ReferenceKind kind) {
        return Objects.requireNonNull(tables.get(kind), kind::table);
    }

    private final class Table {
        private ItemsSketch<String> present = new ItemsSketch<>(ENTRIES);
        private ItemsSketch<String> before = new ItemsSketch<>(ENTRIES);
        private Instant since = clock.instant();
        private Instant presentSince = since;

        synchronized void add(String key) {
            turn();
            present.update(key);
        }

        synchronized List<Missed> top(int limit) {
            turn();
            ItemsSketch<String> both = new ItemsSketch<>(ENTRIES);
            both.merge(before);
            both.merge(present);
            return Stream.of(both.getFrequentItems(ErrorType.NO_FALSE_NEGATIVES))
                    .sorted(Comparator.<ItemsSketch.Row<String>>comparingLong(row -> -row.getEstimate())
                            .thenComparing(ItemsSketch.Row::getItem))
                    .limit(limit)
                    .map(row ->
                            new Missed(row.getItem(), row.getUpperBound(), row.getUpperBound() - row.getLowerBound()))
                    .toList();
        }

        synchronized Instant since() {
            turn();
            return since;
        }

        private void turn() {
            Instant now = clock.instant();
            if (presentSince.plus(period).isAfter(now)) {
                return;
            }
            boolean followsOn = presentSince.plus(period.multipliedBy(2)).isAfter(now);
            before = followsOn ? present : new ItemsSketch<>(ENTRIES);
            since = followsOn ? presentSince : now;
            presentSince = now;
            present = new ItemsSketch<>(ENTRIES);
        }
    }
}
