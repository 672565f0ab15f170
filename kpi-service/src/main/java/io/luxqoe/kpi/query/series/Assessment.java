package io.luxqoe.kpi.query.series;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.query.read.Baseline;
import io.luxqoe.kpi.query.read.KpiPoint;
import org.jspecify.annotations.Nullable;

/** What a value is against its baseline. */
enum Assessment {
    /** There is no window with events. */
    NO_DATA,
    /** The KPI has no value in the window, as a ratio without a denominator. */
    NO_VALUE,
    /** Too few weeks taught the baseline to say more. */
    INSUFFICIENT_HISTORY,
    /** The window has too few samples to say more. */
    FEW_SAMPLES,
    /** Within the usual deviation. */
    AS_USUAL,
    /** Beyond it, to the good side of the KPI's direction. */
    BETTER,
    /** Beyond it, to the bad side of the KPI's direction. */
    WORSE,
    /** Beyond it and more, of a KPI without a direction. */
    HIGHER,
    /** Beyond it and less, of a KPI without a direction. */
    LOWER;

    /** Assesses a window; {@code usual} is in standard deviations. */
    static Assessment of(@Nullable KpiPoint point, Kpi.Direction direction, double usual) {
        if (point == null) {
            return NO_DATA;
        }
        if (point.value() == null) {
            return NO_VALUE;
        }
        Baseline baseline = point.baseline();
        Double deviation = baseline == null ? null : baseline.deviation();
        if (deviation == null) {
            return INSUFFICIENT_HISTORY;
        }
        if (point.fewSamples()) {
            return FEW_SAMPLES;
        }
        if (Math.abs(deviation) <= usual) {
            return AS_USUAL;
        }
        boolean higher = deviation > 0;
        return switch (direction) {
            case HIGHER_IS_BETTER -> higher ? BETTER : WORSE;
            case LOWER_IS_BETTER -> higher ? WORSE : BETTER;
            case NEUTRAL -> higher ? HIGHER : LOWER;
        };
    }
}
