package io.luxqoe.alarm;

import io.luxqoe.alarm.evaluation.TransitionListener;
import io.luxqoe.alarm.rest.StoreReader;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.PerceivedSeverity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/**
 * Counts the transitions that this instance writes, {@code lux.alarm.transitions} by {@code transition}, and shows how many
 * alarms of all instances stand, {@code lux.alarm.active} by {@code severity}.
 */
final class AlarmMetrics implements TransitionListener {

    private final Map<AlarmTransition, Counter> transitions = new EnumMap<>(AlarmTransition.class);

    AlarmMetrics(MeterRegistry registry, StoreReader stores) {
        for (AlarmTransition transition : EnumSet.complementOf(EnumSet.of(AlarmTransition.UNKNOWN))) {
            transitions.put(
                    transition,
                    Counter.builder("lux.alarm.transitions")
                            .description("Transitions of alarms that this instance has written")
                            .tag("transition", transition.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        for (PerceivedSeverity severity : EnumSet.range(PerceivedSeverity.INDETERMINATE, PerceivedSeverity.CRITICAL)) {
            Gauge.builder("lux.alarm.active", () -> standing(stores, severity))
                    .description("Alarms of all instances that stand")
                    .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    @Override
    public void changed(AlarmTransition transition) {
        Objects.requireNonNull(transitions.get(transition)).increment();
    }

    /** Not a number while the store cannot be read: unknown is not none. */
    private static double standing(StoreReader stores, PerceivedSeverity severity) {
        try {
            return stores.alarms().standing().getOrDefault(severity, 0L);
        } catch (InvalidStateStoreException e) {
            return Double.NaN;
        }
    }
}
