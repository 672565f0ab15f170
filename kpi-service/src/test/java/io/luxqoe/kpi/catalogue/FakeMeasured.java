package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.Measurement.Kind;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Measurements by name; percentiles are exact, by nearest rank. */
final class FakeMeasured implements Measured {

    private final MeasurementFamily family;
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, long[]> values = new HashMap<>();

    FakeMeasured(MeasurementFamily family) {
        this.family = family;
    }

    /** A sum or a distinct count. */
    FakeMeasured with(String name, double number) {
        numbers.put(name, number);
        return this;
    }

    /** The values of a distribution. */
    FakeMeasured values(String name, long... ofDistribution) {
        long[] sorted = ofDistribution.clone();
        Arrays.sort(sorted);
        values.put(name, sorted);
        return this;
    }

    @Override
    public double sum(int sum) {
        return numbers.getOrDefault(family.names(Kind.SUM).get(sum), 0.0);
    }

    @Override
    public double count(int distribution) {
        return sorted(distribution).length;
    }

    @Override
    public double quantile(int distribution, double q) {
        long[] sorted = sorted(distribution);
        return sorted[Math.max(0, (int) Math.ceil(q * sorted.length) - 1)];
    }

    @Override
    public double distinct(int distinct) {
        return numbers.getOrDefault(family.names(Kind.DISTINCT).get(distinct), 0.0);
    }

    private long[] sorted(int distribution) {
        return values.getOrDefault(family.names(Kind.DISTRIBUTION).get(distribution), new long[0]);
    }
}
