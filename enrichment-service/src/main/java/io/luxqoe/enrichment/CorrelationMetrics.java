package io.luxqoe.enrichment;

import io.luxqoe.enrichment.correlation.CorrelationListener;
import io.luxqoe.schemas.CallLegs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Counts concluded calls by the legs that were found; work that was done again counts again. */
final class CorrelationMetrics implements CorrelationListener {
    private final Map<CallLegs, Counter> calls = new EnumMap<>(CallLegs.class);

    CorrelationMetrics(MeterRegistry registry) {
        for (CallLegs legs : CallLegs.values()) {
            if (legs != CallLegs.UNKNOWN) {
                calls.put(
                        legs,
                        Counter.builder("lux.enrichment.calls.correlated")
                                .description("Calls concluded, by the legs that were found")
                                .tag(
                                        "legs",
                                        legs.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .register(registry));
            }
        }
    }

    @Override
    public void concluded(CallLegs legs) {
        Objects.requireNonNull(calls.get(legs), legs::name).increment();
    }
}
