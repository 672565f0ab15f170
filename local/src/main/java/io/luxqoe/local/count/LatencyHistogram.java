package io.luxqoe.local.count;

import java.util.Arrays;

/** Latencies counted by the millisecond up to a minute; beyond it only the highest is known. */
final class LatencyHistogram {

    private static final int RESOLVED_MS = 60_000;

    private final long[] byMs = new long[RESOLVED_MS];
    private long samples;
    private long maxMs;

    /** Counts one latency in ms; a negative one, from two clocks, counts as 0. */
    void add(long latencyMs) {
        long ms = Math.max(0, latencyMs);
        if (ms < RESOLVED_MS) {
            byMs[(int) ms]++;
        }
        samples++;
        maxMs = Math.max(maxMs, ms);
    }

    /** Forgets all. */
    void clear() {
        Arrays.fill(byMs, 0);
        samples = 0;
        maxMs = 0;
    }

    LatencySummary summary() {
        return samples == 0
                ? LatencySummary.NONE
                : new LatencySummary(samples, percentile(0.50), percentile(0.99), maxMs);
    }

    /** The least latency that at least this part (0 to 1) of the samples does not exceed (nearest rank). */
    long percentile(double part) {
        long rank = Math.max(1, (long) Math.ceil(part * samples));
        long seen = 0;
        for (int ms = 0; ms < RESOLVED_MS; ms++) {
            seen += byMs[ms];
            if (seen >= rank) {
                return ms;
            }
        }
        return maxMs;
    }
}
