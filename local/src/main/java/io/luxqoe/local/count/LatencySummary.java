package io.luxqoe.local.count;

/**
 * A distribution of latencies in a few figures.
 *
 * @param samples number of latencies; the other figures are 0 if there are none
 * @param p50Ms median, ms
 * @param p99Ms 99th percentile, ms
 * @param maxMs highest, ms
 */
public record LatencySummary(long samples, long p50Ms, long p99Ms, long maxMs) {

    /** No sample. */
    public static final LatencySummary NONE = new LatencySummary(0, 0, 0, 0);
}
