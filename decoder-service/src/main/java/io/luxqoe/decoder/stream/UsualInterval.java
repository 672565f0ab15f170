package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.SourceStatus;

/**
 * The usual time between two raw records of a source, learned from those that came: the longest of the first
 * {@value #ENOUGH} intervals, which then follows what comes. It is pulled down by shorter intervals as much as they take
 * time, so that a burst of files that lie ready hardly counts, and up by a longer one to at most {@value #STEEPEST} times
 * itself, so that one outage is not taken for the habit of the source. What was learned is in the status and outlives the
 * task; what is still being learned begins anew.
 */
final class UsualInterval {
    /** Intervals until something is known. */
    static final int ENOUGH = 8;

    private static final int STEEPEST = 4;
    private static final int INERTIA = 4;

    private int intervals;
    private long longest;

    /** A raw record came that many ms after the one before. */
    void add(SourceStatus status, long interval) {
        if (interval < 0) {
            return; // raw topics of one partition may differ a little in their clocks
        }
        Long usual = status.getUsualIntervalMs();
        if (usual != null) {
            status.setUsualIntervalMs(adapted(usual, interval));
            return;
        }
        intervals++;
        longest = Math.max(longest, interval);
        if (intervals >= ENOUGH) {
            status.setUsualIntervalMs(Math.max(longest, 1));
        }
    }

    static long adapted(long usual, long interval) {
        if (interval >= usual) {
            return Math.min(interval, STEEPEST * usual);
        }
        double weight = (double) interval / usual / INERTIA;
        return Math.max(1, Math.round(usual - (usual - interval) * weight));
    }
}
