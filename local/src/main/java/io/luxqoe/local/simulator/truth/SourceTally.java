package io.luxqoe.local.simulator.truth;

import java.time.Duration;
import java.time.Instant;

/** What became of the records of one source, judged in the order of their delivery. */
final class SourceTally {

    private final Duration grace;
    private Instant highestEventTime = Instant.MIN;
    private Outcomes outcomes = Outcomes.NONE;

    SourceTally(Duration grace) {
        this.grace = grace;
    }

    void rawRecord() {
        outcomes = outcomes.plus(new Outcomes(1, 0, 0, 0, 0));
    }

    void deadLetter() {
        outcomes = outcomes.plus(new Outcomes(0, 0, 0, 1, 0));
    }

    void duplicate() {
        outcomes = outcomes.plus(new Outcomes(0, 0, 0, 0, 1));
    }

    /**
     * Judges an intact record: late where its window's end plus grace lies before the highest event time that came
     * from this source before it.
     *
     * @return whether it is on time, and so counted
     */
    boolean onTime(Instant eventTime, Instant windowEnd) {
        boolean late = windowEnd.plus(grace).isBefore(highestEventTime);
        outcomes = outcomes.plus(late ? new Outcomes(0, 0, 1, 0, 0) : new Outcomes(0, 1, 0, 0, 0));
        if (eventTime.isAfter(highestEventTime)) {
            highestEventTime = eventTime;
        }
        return !late;
    }

    /** Highest event time that came in time or late; {@link Instant#MIN} before the first. */
    Instant highestEventTime() {
        return highestEventTime;
    }

    Outcomes outcomes() {
        return outcomes;
    }
}
