package io.luxqoe.enrichment.reference;

/**
 * An instant, and around it the instants at which every look-up that was made with it answers the same. It begins as all
 * time; each look-up narrows it. For one thread.
 */
public final class Span {
    private final long instant;
    private long from = Long.MIN_VALUE;
    private long until = Long.MAX_VALUE;

    /** @param instant epoch milliseconds */
    public Span(long instant) {
        this.instant = instant;
    }

    /** What is asked for, epoch milliseconds. */
    public long instant() {
        return instant;
    }

    /** First instant of the span, epoch milliseconds; {@link Long#MIN_VALUE} for always. */
    public long from() {
        return from;
    }

    /** First instant after the span, epoch milliseconds; {@link Long#MAX_VALUE} for open end. */
    public long until() {
        return until;
    }

    /** Whether the interval covers the instant; the span then ends where that changes. */
    boolean meets(long begin, long end) {
        if (instant < begin) {
            until = Math.min(until, begin);
            return false;
        }
        if (instant >= end) {
            from = Math.max(from, end);
            return false;
        }
        from = Math.max(from, begin);
        until = Math.min(until, end);
        return true;
    }

    /** Nothing is known of other instants, nor of this one when it is asked for again. */
    void end() {
        until = Long.MIN_VALUE;
    }
}
