package io.luxqoe.kpi.completeness;

import java.util.Comparator;

/**
 * A time of incidents, both ends inclusive, epoch ms; in the order of their ends.
 *
 * @param to {@link Incident#OPEN} while there is no end
 */
record Span(long from, long to) implements Comparable<Span> {

    private static final Comparator<Span> ORDER =
            Comparator.comparingLong(Span::to).thenComparingLong(Span::from);

    /** The least of those that reach a time. */
    static Span leastReaching(long time) {
        return new Span(Long.MIN_VALUE, time);
    }

    /** Whether it has a time in common with a window. */
    boolean overlaps(long windowStart, long windowEnd) {
        return from < windowEnd && to >= windowStart;
    }

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }
}
