package io.luxqoe.alarm.lifecycle;

import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.KpiBaseline;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule sees of a window.
 *
 * @param start start of the window, inclusive
 * @param end end of the window, exclusive
 * @param isFinal whether the window takes no more events
 * @param samples samples of the KPI
 * @param value the observed quantity, in its unit; null for missing data
 */
public record Observation(Instant start, Instant end, boolean isFinal, long samples, @Nullable Double value) {

    /** What the rule sees of a KPI in a window: nothing below its minimum of samples, or without a finite value. */
    public static Observation of(WatchRule rule, KpiWindow window, KpiValue kpi) {
        Double observed = kpi.getSamples() < rule.minimumSamples() ? null : observed(rule, kpi);
        return new Observation(
                window.getStart(),
                window.getEnd(),
                window.getStatus() == KpiWindowStatus.FINAL,
                kpi.getSamples(),
                observed != null && Double.isFinite(observed) ? observed : null);
    }

    private static @Nullable Double observed(WatchRule rule, KpiValue kpi) {
        KpiBaseline baseline = kpi.getBaseline();
        return switch (rule.observed()) {
            case VALUE -> kpi.getValue();
            case DEVIATION -> baseline == null ? null : baseline.getDeviation();
            case SAMPLES -> (double) kpi.getSamples();
            case UNKNOWN -> throw new IllegalArgumentException("a valid rule observes a known quantity");
        };
    }
}
