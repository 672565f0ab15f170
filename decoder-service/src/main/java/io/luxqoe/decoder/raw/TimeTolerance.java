package io.luxqoe.decoder.raw;

import java.time.Duration;

/**
 * How far an event time may lie from the time its raw record was received: one broken clock must not carry its source's
 * windows away.
 *
 * @param future how far after it
 * @param past how far before it
 */
public record TimeTolerance(Duration future, Duration past) {

    /** Checks an event time against the receiving time of its raw record, both UTC, ms. */
    public void check(long eventTime, long receivedAt) throws DecodeFailure {
        if (receivedAt == RawInput.NO_TIME) {
            return;
        }
        long ahead = eventTime - receivedAt;
        if (ahead > future.toMillis()) {
            throw new DecodeFailure(
                    RejectReason.EVENT_TIME_IN_FUTURE,
                    "event time is " + Duration.ofMillis(ahead) + " after the raw record, at most " + future
                            + " is taken");
        }
        if (-ahead > past.toMillis()) {
            throw new DecodeFailure(
                    RejectReason.EVENT_TIME_TOO_OLD,
                    "event time is " + Duration.ofMillis(-ahead) + " before the raw record, at most " + past
                            + " is taken");
        }
    }
}
