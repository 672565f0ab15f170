package io.luxqoe.enrichment;

import io.luxqoe.enrichment.join.EnrichmentListener;
import io.luxqoe.enrichment.missing.MissedKeys;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what is enriched, missed and broken, and shows how large the tables are. Counters are of work done: what a
 * crash makes Kafka Streams process again counts again, and a broken reference record counts at each start that reads
 * it.
 */
final class EnrichmentMetrics implements EnrichmentListener {
    private static final String TABLE = "table";
    /** What no event names by a key of its own cannot be missed. */
    private static final Set<ReferenceKind> NAMED = EnumSet.complementOf(EnumSet.of(ReferenceKind.PLANNED_WORK));
    /** The sources' table is spread over tasks and kept by Kafka Streams, which has metrics of its own for it. */
    private static final Set<ReferenceKind> GLOBAL = EnumSet.complementOf(EnumSet.of(ReferenceKind.SOURCE));

    private final MissedKeys missedKeys;
    private final Counter events;
    private final Map<ReferenceKind, Counter> missing = new EnumMap<>(ReferenceKind.class);
    private final Map<ReferenceKind, Counter> rejected = new EnumMap<>(ReferenceKind.class);
    private final Map<ReferenceKind, AtomicInteger> sizes = new EnumMap<>(ReferenceKind.class);

    EnrichmentMetrics(MeterRegistry registry, MissedKeys missedKeys) {
        this.missedKeys = missedKeys;
        events = Counter.builder("lux.enrichment.events")
                .description("Events enriched")
                .register(registry);
        for (ReferenceKind kind : NAMED) {
            missing.put(
                    kind,
                    Counter.builder("lux.enrichment.references.missing")
                            .description("References that events named and the table did not hold at event time")
                            .tag(TABLE, kind.table())
                            .register(registry));
        }
        for (ReferenceKind kind : GLOBAL) {
            rejected.put(
                    kind,
                    Counter.builder("lux.enrichment.reference.rejected")
                            .description("Broken reference records, left out of the table")
                            .tag(TABLE, kind.table())
                            .register(registry));
            AtomicInteger size = new AtomicInteger();
            sizes.put(kind, size);
            Gauge.builder("lux.enrichment.reference.keys", size, AtomicInteger::get)
                    .description("Keys that the table holds")
                    .tag(TABLE, kind.table())
                    .register(registry);
        }
    }

    @Override
    public void enriched(int count) {
        events.increment(count);
    }

    @Override
    public void missed(ReferenceKind table, String key) {
        of(missing, table).increment();
        missedKeys.add(table, key);
    }

    @Override
    public void rejected(ReferenceKind table) {
        of(rejected, table).increment();
    }

    @Override
    public void resized(ReferenceKind table, int keys) {
        of(sizes, table).set(keys);
    }

    private static <M> M of(Map<ReferenceKind, M> meters, ReferenceKind table) {
        return Objects.requireNonNull(meters.get(table), table::table);
    }
}
