package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.schemas.KpiValue;

/**
 * A KPI of the catalogue: a formula over what a family measures.
 *
 * @param id id, {@code <family>.<name>}
 * @param name what people call it
 * @param family family of measurements that it is made of
 * @param value formula of its value
 * @param unit UCUM unit of its value: {@code 1} for ratios and counts, {@code s}, {@code kbit/s}
 * @param direction which way is good
 * @param clause where the standard defines it, or that none does
 * @param description what it says, one or two sentences
 * @param minimumSamples with fewer samples a value means little; 0 for volumes
 * @param samples formula of the number of samples
 */
public record Kpi(
        String id,
        String name,
        MeasurementFamily family,
        Formula value,
        String unit,
        Direction direction,
        String clause,
        String description,
        long minimumSamples,
        Formula samples) {

    /** Which way a value is good. */
    public enum Direction {
        /** More is better. */
        HIGHER_IS_BETTER,
        /** Less is better. */
        LOWER_IS_BETTER,
        /** Neither: a volume. */
        NEUTRAL
    }

    /** The formula as it was written. */
    public String formula() {
        return value.text();
    }

    /** Value of the KPI for what its family measured; absent where the formula has none. */
    public KpiValue of(Measured measured) {
        double computed = value.of(measured);
        double counted = samples.of(measured);
        long rounded = Double.isNaN(counted) ? 0 : Math.max(0, Math.round(counted));
        return new KpiValue(id, Double.isNaN(computed) ? null : computed, rounded, null, rounded < minimumSamples);
    }

    /** Value of the KPI for a tally of its family. */
    public KpiValue of(Tally tally) {
        return of(new MeasuredTally(tally));
    }
}
