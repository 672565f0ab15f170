package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.Tally;

/** A tally as formulas see it. */
record MeasuredTally(Tally tally) implements Measured {

    @Override
    public double sum(int sum) {
        return tally.sum(sum);
    }

    @Override
    public double count(int distribution) {
        return tally.distribution(distribution).count();
    }

    @Override
    public double quantile(int distribution, double q) {
        return tally.distribution(distribution).quantile(q);
    }

    @Override
    public double distinct(int distinct) {
        return tally.distinct(distinct).estimate();
    }
}
