package io.luxqoe.kpi.baseline;

/**
 * How a {@link Baseline} learns.
 *
 * @param alpha weight of the last week against all before it, above 0 to 1; 0.25 forgets nine tenths within eight weeks
 * @param minWeeks weeks that it must have learnt from before it judges, 1 to 52
 * @param samplesPerWeek values that a week offers to an hour, 1 to 3,600: 60 for windows of a minute
 */
public record Teaching(double alpha, int minWeeks, int samplesPerWeek) {

    /** Checks the ranges. */
    public Teaching {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be above 0 and at most 1, not " + alpha);
        }
        if (minWeeks < 1 || minWeeks > 52) {
            throw new IllegalArgumentException("minWeeks must be 1 to 52, not " + minWeeks);
        }
        if (samplesPerWeek < 1 || samplesPerWeek > 3_600) {
            throw new IllegalArgumentException("samplesPerWeek must be 1 to 3,600, not " + samplesPerWeek);
        }
    }

    /**
     * Weight of the next value: so much that those of a week together weigh alpha, and while there are too few for that, as
     * much as each of those before.
     */
    double weight(int samplesBefore) {
        double settled = 1 - StrictMath.pow(1 - alpha, 1.0 / samplesPerWeek);
        return Math.max(settled, 1.0 / (samplesBefore + 1));
    }
}
