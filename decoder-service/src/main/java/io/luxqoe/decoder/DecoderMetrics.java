package io.luxqoe.decoder;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.stream.DecoderListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts what one process decoded, work that was done again included; the exact totals are in the source statuses. */
final class DecoderMetrics implements DecoderListener {
    private final Counter records;
    private final Counter events;
    private final Counter duplicates;
    private final Map<RejectReason, Counter> rejected = new EnumMap<>(RejectReason.class);

    DecoderMetrics(MeterRegistry registry) {
        records = Counter.builder("lux.decoder.records")
                .description("Raw records read")
                .register(registry);
        events = Counter.builder("lux.decoder.events")
                .description("Events decoded")
                .register(registry);
        duplicates = Counter.builder("lux.decoder.duplicates")
                .description("Events dropped since they were seen before")
                .register(registry);
        for (RejectReason reason : RejectReason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("lux.decoder.records.rejected")
                            .description("Dead letters written")
                            .tag("reason", reason.word())
                            .register(registry));
        }
    }

    @Override
    public void decoded(int newEvents, int repeated) {
        records.increment();
        events.increment(newEvents);
        duplicates.increment(repeated);
    }

    @Override
    public void rejected(RejectReason reason) {
        Counter counter = rejected.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }
}
