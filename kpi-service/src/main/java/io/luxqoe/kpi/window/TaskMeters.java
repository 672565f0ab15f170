package io.luxqoe.kpi.window;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;

/** Gauges of one task that keeps windows: there while the task is on this instance. */
final class TaskMeters {

    private final MeterRegistry registry;
    private final AtomicLongArray watermarks = new AtomicLongArray(Lane.values().length);
    private final List<Meter.Id> gauges = new ArrayList<>();
    private volatile int open;

    TaskMeters(MeterRegistry registry, int partition) {
        this.registry = registry;
        String number = Integer.toString(partition);
        for (Lane lane : Lane.values()) {
            watermarks.set(lane.ordinal(), Watermarks.NONE);
            gauges.add(Gauge.builder("lux.kpi.watermark.lag", this, task -> task.lagSeconds(lane))
                    .description("how far the watermark up to which windows are final lies behind the clock")
                    .baseUnit("seconds")
                    .tag("partition", number)
                    .tag("lane", lane.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(registry)
                    .getId());
        }
        gauges.add(Gauge.builder("lux.kpi.windows.open", this, task -> task.open)
                .description("windows that take events")
                .tag("partition", number)
                .register(registry)
                .getId());
    }

    void closedTo(Lane lane, long watermark) {
        watermarks.set(lane.ordinal(), watermark);
    }

    void open(int windows) {
        open = windows;
    }

    void remove() {
        gauges.forEach(registry::remove);
    }

    private double lagSeconds(Lane lane) {
        long watermark = watermarks.get(lane.ordinal());
        return watermark == Watermarks.NONE
                ? Double.NaN
                : (registry.config().clock().wallTime() - watermark) / 1000.0;
    }
}
