package io.luxqoe.kpi.export;

import io.luxqoe.kpi.export.ExportSettings.Export;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The gauges of one KPI on one axis. A key has a gauge while it has a value: the gauge goes when a window of the key has
 * none, when its task has closed two windows without the key, and when the task leaves. So there are never more gauges
 * than the axis has keys, and none that nobody feeds.
 */
final class KpiGauges {

    private static final String VALUE = "lux.kpi.value";

    private static final class Shown {
        private final int partition;
        private final Meter gauge;
        private volatile double value;
        private long start;

        Shown(int partition, double value, MeterRegistry registry, Export export, String key) {
            this.partition = partition;
            this.value = value;
            this.gauge = Gauge.builder(VALUE, this, shown -> shown.value)
                    .description("Value of a KPI in the newest FINAL window, in the unit of the KPI.")
                    .tag("kpi", export.kpi())
                    .tag("axis", export.axis())
                    .tag("key", key)
                    .register(registry);
        }
    }

    /** Starts of the two newest windows of a task, epoch ms. */
    private static final class Progress {
        private long newest = Long.MIN_VALUE;
        private long before = Long.MIN_VALUE;
    }

    private final MeterRegistry registry;
    private final Export export;
    private final int mostKeys;
    private final Counter leftOut;
    private final Map<String, Shown> shown = new HashMap<>();
    private final Map<Integer, Progress> progress = new HashMap<>();

    KpiGauges(MeterRegistry registry, Export export, int mostKeys) {
        this.registry = registry;
        this.export = export;
        this.mostKeys = mostKeys;
        this.leftOut = Counter.builder("lux.kpi.value.left.out")
                .description("Values that were not shown, since there were as many keys as the axis has at most.")
                .tag("kpi", export.kpi())
                .tag("axis", export.axis())
                .register(registry);
        Gauge.builder("lux.kpi.value.window", this, KpiGauges::newestStartSeconds)
                .description("Start of the newest FINAL window that is shown, seconds since the epoch.")
                .tag("kpi", export.kpi())
                .tag("axis", export.axis())
                .strongReference(true)
                .register(registry);
    }

    synchronized void tell(int partition, String key, long start, @Nullable Double value) {
        Progress ofTask = progress.computeIfAbsent(partition, task -> new Progress());
        if (start > ofTask.newest) {
            ofTask.before = ofTask.newest;
            ofTask.newest = start;
            removeIf(each -> each.partition == partition && each.start < ofTask.before);
        }
        Shown known = shown.get(key);
        if (known != null && known.partition == partition && known.start > start) {
            return;
        }
        if (value == null || value.isNaN()) {
            removeKey(key);
            return;
        }
        if (known != null && known.partition != partition) {
            removeKey(key);
            known = null;
        }
        if (known == null && hasRoom(start)) {
            known = new Shown(partition, value, registry, export, key);
            shown.put(key, known);
        }
        if (known != null) {
            known.start = start;
            known.value = value;
        }
    }

    synchronized void forget(int partition) {
        progress.remove(partition);
        removeIf(each -> each.partition == partition);
    }

    private boolean hasRoom(long start) {
        if (shown.size() >= mostKeys) {
            removeIf(each -> each.start < start);
        }
        if (shown.size() >= mostKeys) {
            leftOut.increment();
            return false;
        }
        return true;
    }

    private void removeKey(String key) {
        Shown removed = shown.remove(key);
        if (removed != null) {
            registry.remove(removed.gauge);
        }
    }

    private void removeIf(Predicate<Shown> condition) {
        shown.values().removeIf(each -> {
            boolean removed = condition.test(each);
            if (removed) {
                registry.remove(each.gauge);
            }
            return removed;
        });
    }

    private synchronized double newestStartSeconds() {
        return progress.values().stream().mapToLong(ofTask -> ofTask.newest).max().stream()
                .mapToDouble(newest -> newest / 1_000.0)
                .findFirst()
                .orElse(Double.NaN);
    }
}
