package io.luxqoe.alarm.rule;

import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.ThresholdDirection;

/**
 * A severity step of a rule, with its hysteresis.
 *
 * @param severity perceivedSeverity while it stands
 * @param raise threshold, in the unit of what is observed
 * @param clear threshold of the way back, never beyond {@code raise}
 */
public record SeverityStep(PerceivedSeverity severity, double raise, double clear) {

    /** Whether an observed value is at or beyond the raise threshold. */
    public boolean isCrossedBy(double observed, ThresholdDirection bad) {
        return bad == ThresholdDirection.ABOVE ? observed >= raise : observed <= raise;
    }

    /** Whether an observed value is back at or within the clear threshold, and not at the raise threshold. */
    public boolean isClearedBy(double observed, ThresholdDirection bad) {
        boolean within = bad == ThresholdDirection.ABOVE ? observed <= clear : observed >= clear;
        return within && !isCrossedBy(observed, bad);
    }
}
