package io.luxqoe.decoder;

import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.rest.SourceReader;
import io.luxqoe.decoder.stream.DecoderListener;
import io.luxqoe.schemas.SequenceKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;

/** Counts what one process decoded, work that was done again included; the exact totals are in the source statuses. */
final class DecoderMetrics implements DecoderListener {
    private final Counter records;
    private final Counter events;
    private final Counter duplicates;
    private final Counter passedOver;
    private final Map<RejectReason, Counter> rejected = new EnumMap<>(RejectReason.class);

    private final Map<SequenceKind, Counter> gaps = new EnumMap<>(SequenceKind.class);
    private final Map<SequenceKind, Counter> missing = new EnumMap<>(SequenceKind.class);
    private final Map<SequenceKind, Counter> filled = new EnumMap<>(SequenceKind.class);

    DecoderMetrics(MeterRegistry registry, SourceReader reader) {
        Gauge.builder("lux.decoder.sources.silent", () -> silent(reader))
                .description("Sources of all instances that are silent for longer than is usual for them")
                .register(registry);
        records = Counter.builder("lux.decoder.records")
                .description("Raw records read")
                .register(registry);
        events = Counter.builder("lux.decoder.events")
                .description("Events decoded")
                .register(registry);
        duplicates = Counter.builder("lux.decoder.duplicates")
                .description("Events dropped since they were seen before")
                .register(registry);
        passedOver = Counter.builder("lux.decoder.records.passed.over")
                .description("Records of a known type that gives no event, passed over")
                .register(registry);
        for (RejectReason reason : RejectReason.values()) {
            rejected.put(
                    reason,
                    Counter.builder("lux.decoder.records.rejected")
                            .description("Dead letters written")
                            .tag("reason", reason.word())
                            .register(registry));
        }
        for (SequenceKind kind : SequenceKind.values()) {
            if (kind != SequenceKind.UNKNOWN) {
                gaps.put(kind, counter(registry, "lux.decoder.gaps", "Gaps found in the numberings of sources", kind));
                missing.put(
                        kind, counter(registry, "lux.decoder.numbers.missing", "Numbers found missing in gaps", kind));
                filled.put(
                        kind,
                        counter(registry, "lux.decoder.numbers.filled", "Missing numbers that came after all", kind));
            }
        }
    }

    /** Not a number while the store cannot be read: unknown is not none. */
    private static double silent(SourceReader reader) {
        try {
            return reader.sources().all().stream()
                    .filter(source -> source.status().getSilentSince() != null)
                    .count();
        } catch (InvalidStateStoreException e) {
            return Double.NaN;
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description, SequenceKind kind) {
        return Counter.builder(name)
                .description(description)
                .tag("kind", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry);
    }

    @Override
    public void decoded(int newEvents, int repeated) {
        records.increment();
        events.increment(newEvents);
        duplicates.increment(repeated);
    }

    @Override
    public void passedOver() {
        passedOver.increment();
    }

    @Override
    public void rejected(RejectReason reason) {
        Counter counter = rejected.get(reason);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void numbersMissing(SequenceKind kind, long numbers) {
        if (numbers > 0) {
            count(gaps.get(kind), 1);
            count(missing.get(kind), numbers);
        } else {
            count(filled.get(kind), -numbers);
        }
    }

    private static void count(@Nullable Counter counter, long more) {
        if (counter != null) {
            counter.increment(more);
        }
    }
}
