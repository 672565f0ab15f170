package io.luxqoe.local.simulator.feed;

import java.time.Duration;
import java.time.Instant;

/**
 * How event time runs against the wall clock: from a backlog at a constant speed, then, where there is a then, with it.
 * Event time never runs ahead of the wall clock.
 *
 * @param start instant of the wall clock at which the feed starts
 * @param begin event time at that instant
 * @param speed seconds of event time per second of the wall clock while the backlog lasts, at least 1
 * @param caughtUp instant from which on event time is the wall clock; {@link Instant#MAX} for never
 */
record Pace(Instant start, Instant begin, double speed, Instant caughtUp) {

    private static final Duration BACKLOG = Duration.ofHours(1);
    private static final int BACKLOG_SPEED = 60;
    private static final double NANOS = 1e9;

    /** A run of that length, which ends at the present of its end after up to an hour of event time. */
    static Pace bounded(Instant start, Duration length) {
        Duration span = span(length);
        return new Pace(start, start.plus(length).minus(span), (double) span.toNanos() / length.toNanos(), Instant.MAX);
    }

    /** Event time that a run of that length covers: 60 times the length, at most an hour, at least the length. */
    static Duration span(Duration length) {
        Duration fast = length.multipliedBy(BACKLOG_SPEED);
        Duration atMost = fast.compareTo(BACKLOG) < 0 ? fast : BACKLOG;
        return atMost.compareTo(length) < 0 ? length : atMost;
    }

    /** An hour of backlog in about a minute, then the present. */
    static Pace unbounded(Instant start) {
        long nanos = BACKLOG.toNanos() / (BACKLOG_SPEED - 1);
        return new Pace(start, start.minus(BACKLOG), BACKLOG_SPEED, start.plusNanos(nanos));
    }

    /** Speed at that event time. */
    double speedAt(Instant eventTime) {
        return eventTime.isBefore(caughtUp) ? speed : 1;
    }

    /** When that event time is due on the wall clock. */
    Instant due(Instant eventTime) {
        if (!eventTime.isBefore(caughtUp)) {
            return eventTime;
        }
        Duration since = Duration.between(begin, eventTime);
        return start.plusNanos((long) (since.toSeconds() / speed * NANOS + since.toNanosPart() / speed));
    }
}
