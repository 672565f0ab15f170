package io.luxqoe.kpi.query.read;

import io.luxqoe.schemas.KpiBaseline;
import org.jspecify.annotations.Nullable;

/**
 * What history says of a window's hour of the week.
 *
 * @param mean in the unit of the KPI
 * @param standardDeviation in the unit of the KPI, 0 or more
 * @param weeks weeks that taught it
 * @param deviation the window's value less the mean, in standard deviations; null with insufficient history
 */
public record Baseline(double mean, double standardDeviation, int weeks, @Nullable Double deviation) {

    /** As a window states it; null if it states none. */
    public static @Nullable Baseline of(@Nullable KpiBaseline stated) {
        return stated == null
                ? null
                : new Baseline(
                        stated.getMean(), Math.sqrt(stated.getVariance()), stated.getWeeks(), stated.getDeviation());
    }
}
