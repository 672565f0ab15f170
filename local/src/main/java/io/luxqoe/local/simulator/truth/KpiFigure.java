package io.luxqoe.local.simulator.truth;

import java.util.OptionalDouble;

/**
 * A KPI of a window.
 *
 * @param value value in the unit of the KPI; empty where the denominator is 0
 * @param samples the denominator
 */
public record KpiFigure(OptionalDouble value, long samples) {

    static KpiFigure ratio(double numerator, long denominator) {
        return new KpiFigure(
                denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator), denominator);
    }

    static KpiFigure count(long count) {
        return new KpiFigure(OptionalDouble.of(count), count);
    }
}
