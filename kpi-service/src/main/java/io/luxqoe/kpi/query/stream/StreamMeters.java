package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.stream.Events.Reset;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Meters of the streams. */
final class StreamMeters {

    private final MeterRegistry registry;
    private final AtomicInteger open = new AtomicInteger();
    private final Counter dropped;
    private final Counter unreadable;

    StreamMeters(MeterRegistry registry) {
        this.registry = registry;
        registry.gauge("lux.kpi.query.streams", open);
        dropped = registry.counter("lux.kpi.query.streams.dropped");
        unreadable = registry.counter("lux.kpi.query.streams.unreadable");
    }

    /** Clients that are streamed to. */
    AtomicInteger open() {
        return open;
    }

    /** A client took less than came. */
    void dropped() {
        dropped.increment();
    }

    /** A client was not sent all that follows its id. */
    void reset(Reset reason) {
        registry.counter("lux.kpi.query.streams.reset", "reason", reason.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** A record of the topic that cannot be read. */
    void unreadable() {
        unreadable.increment();
    }
}
