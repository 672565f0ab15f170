package io.luxqoe.kpi.catalogue;

/** A vector of sums, which may be older than its last ones; there are no distributions and distinct counts. */
record MeasuredSums(long[] sums) implements Measured {

    @Override
    public double sum(int sum) {
        return sum < sums.length ? sums[sum] : 0;
    }

    @Override
    public double count(int distribution) {
        return 0;
    }

    @Override
    public double quantile(int distribution, double q) {
        return Double.NaN;
    }

    @Override
    public double distinct(int distinct) {
        return 0;
    }
}
