package io.luxqoe.kpi.video;

import java.time.Duration;

/**
 * When a session is over. All times are epoch ms.
 *
 * <p>A promise P of a combine task means that it calls late, and passes on to nobody, each event of a window whose end plus
 * grace lies before P. An event lies less than a window before the end of its window; so what a task sends after P is not
 * older than P less grace less window size: that is the <em>bound</em>, below which no session changes any more.
 *
 * @param gap longest pause between two reports of one session
 * @param maxDuration longest session; one that goes on is cut on the last twelfth of it, and goes on as another
 * @param grace of the KPI windows
 * @param windowSize size of the KPI windows that events are called late by: the base size
 * @param tasks how many combine tasks promise
 * @param partitions partitions of the repartition by session
 */
public record VideoSpec(
        Duration gap, Duration maxDuration, Duration grace, Duration windowSize, int tasks, int partitions) {

    private static final int SLOTS = 12;

    /** Refuses a duration that cannot be cut. */
    public VideoSpec {
        if (maxDuration.toMillis() < SLOTS) {
            throw new IllegalArgumentException("a session may last " + SLOTS + " ms or more");
        }
    }

    /**
     * How much further than the end of the last window plus grace a task without an active source has to promise for the
     * sessions to end that were open when traffic stopped, ms.
     */
    public long idleAllowanceMs() {
        return gap.plus(windowSize).toMillis();
    }

    long gapMs() {
        return gap.toMillis();
    }

    /** No report before it comes, once the least promise is this. */
    long bound(long promise) {
        return promise - grace.toMillis() - windowSize.toMillis();
    }

    /** Start of the slot of a time: sessions are cut at slots alone, so that what is cut is kept apart from the outset. */
    long slotStart(long time) {
        return Math.floorDiv(time, slotMs()) * slotMs();
    }

    /** End of the slot of a time. */
    long slotEnd(long time) {
        return slotStart(time) + slotMs();
    }

    /** Where a session of that start is cut if it lasts so long. */
    long cut(long start) {
        return slotStart(start + maxDuration.toMillis());
    }

    /** The promise up to which a window that holds a time takes partials. */
    long lastPromiseFor(long time) {
        long size = windowSize.toMillis();
        return Math.floorDiv(time, size) * size + size + grace.toMillis();
    }

    private long slotMs() {
        return maxDuration.toMillis() / SLOTS;
    }
}
