package io.luxqoe.kpi.window;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Meters of the windows. They count what this process did, re-done work included; the exact totals are in KpiProgress. */
public final class WindowMeters {

    private final MeterRegistry registry;
    private final Counter counted;
    private final Counter late;
    private final Counter provisional;
    private final Counter finals;
    private final Map<Integer, TaskMeters> tasks = new ConcurrentHashMap<>();

    /** Registers the meters. */
    public WindowMeters(MeterRegistry registry) {
        this.registry = registry;
        counted = registry.counter("lux.kpi.events.counted");
        late = registry.counter("lux.kpi.events.late");
        provisional = registry.counter("lux.kpi.windows", "status", "provisional");
        finals = registry.counter("lux.kpi.windows", "status", "final");
    }

    /** Gauges of a task that begins here, in place of those of its predecessor. */
    TaskMeters of(int partition) {
        return Objects.requireNonNull(tasks.compute(partition, (number, before) -> {
            if (before != null) {
                before.remove();
            }
            return new TaskMeters(registry, number);
        }));
    }

    /** To be told when the task ends. */
    void left(int partition, TaskMeters task) {
        if (tasks.remove(partition, task)) {
            task.remove();
        }
    }

    void counted() {
        counted.increment();
    }

    void late() {
        late.increment();
    }

    void folded(String axis, int keys) {
        registry.counter("lux.kpi.keys.folded", "axis", axis).increment(keys);
    }

    void stated(boolean isFinal) {
        (isFinal ? finals : provisional).increment();
    }
}
