package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.Measurement;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.schemas.KpiValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI: a sum of measurements, divided by a measurement where it is a ratio or a mean.
 *
 * @param id id, {@code <family>.<name>}
 * @param name what people call it
 * @param family family of measurements it is made of
 * @param unit UCUM unit of its value: {@code 1} for ratios and counts, {@code s}
 * @param direction which way is good
 * @param clause where the standard defines it
 * @param numerator measurements that are added up
 * @param denominator measurement to divide by and to take as samples; null for a plain sum, whose samples are itself
 * @param scale factor from the measurements' unit to the KPI's
 */
public record Kpi(
        String id,
        String name,
        MeasurementFamily family,
        String unit,
        Direction direction,
        String clause,
        List<String> numerator,
        @Nullable String denominator,
        double scale) {

    /** Which way a value is good. */
    public enum Direction {
        /** More is better. */
        HIGHER_IS_BETTER,
        /** Less is better. */
        LOWER_IS_BETTER,
        /** Neither: a volume. */
        NEUTRAL
    }

    /** Checks that every measurement named is one of the family's. */
    public Kpi {
        numerator.forEach(measurement -> index(family, measurement));
        if (denominator != null) {
            index(family, denominator);
        }
    }

    /** The formula as people write it. */
    public String formula() {
        String sum = String.join(" + ", numerator);
        if (denominator == null) {
            return sum;
        }
        return (numerator.size() > 1 ? "(" + sum + ")" : sum) + " / " + denominator;
    }

    /** Value of the KPI for a vector of the family's sums; absent where the denominator is 0. */
    public KpiValue of(long[] sums) {
        long total = 0;
        for (String measurement : numerator) {
            total += sums[index(family, measurement)];
        }
        if (denominator == null) {
            return value(total * scale, total);
        }
        long samples = sums[index(family, denominator)];
        return value(samples == 0 ? null : total * scale / samples, samples);
    }

    private KpiValue value(@Nullable Double value, long samples) {
        return KpiValue.newBuilder()
                .setKpi(id)
                .setValue(value)
                .setSamples(samples)
                .build();
    }

    private static int index(MeasurementFamily family, String measurement) {
        int index = family.names(Measurement.Kind.SUM).indexOf(measurement);
        if (index < 0) {
            throw new IllegalArgumentException("no measurement " + measurement + " in family " + family.id()
                    + "; it has " + family.names(Measurement.Kind.SUM));
        }
        return index;
    }
}
