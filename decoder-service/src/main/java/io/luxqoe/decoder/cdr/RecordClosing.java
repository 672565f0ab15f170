package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.Outcome;
import org.jspecify.annotations.Nullable;

/** What closed a data record, and when: causeForRecClosing of TS 32.298 clause 5.1.2.2.9 and the record's times. */
public final class RecordClosing {
    private static final int NORMAL_RELEASE = 0;
    private static final int ABNORMAL_RELEASE = 4;
    private static final int CAMEL_INIT_CALL_RELEASE = 5;
    private static final int FIRST_LOCATION_SERVICE_CAUSE = 52;
    private static final int LAST_LOCATION_SERVICE_CAUSE = 58;

    private RecordClosing() {}

    /** Whether the cause ends the session. Any other one, known or not, ends an increment of a session that goes on. */
    public static boolean isFinal(int causeForRecClosing) {
        return switch (causeForRecClosing) {
            case NORMAL_RELEASE, ABNORMAL_RELEASE, CAMEL_INIT_CALL_RELEASE -> true;
            default ->
                causeForRecClosing >= FIRST_LOCATION_SERVICE_CAUSE && causeForRecClosing <= LAST_LOCATION_SERVICE_CAUSE;
        };
    }

    /** The outcome that the cause tells; UNKNOWN without a cause. */
    public static Outcome outcome(@Nullable Integer causeForRecClosing) {
        if (causeForRecClosing == null) {
            return Outcome.UNKNOWN;
        }
        if (!isFinal(causeForRecClosing)) {
            return Outcome.PARTIAL;
        }
        return causeForRecClosing == ABNORMAL_RELEASE ? Outcome.DROPPED : Outcome.SUCCESS;
    }

    /** The cause that the closing is, where no diagnostics tell a more exact one; a normal release is none. */
    public static @Nullable Cause cause(@Nullable Integer causeForRecClosing) {
        return causeForRecClosing == null || causeForRecClosing == NORMAL_RELEASE
                ? null
                : new Cause(CauseScheme.CAUSE_FOR_REC_CLOSING, causeForRecClosing, causeForRecClosing);
    }

    /**
     * When a record was complete, UTC, ms: the stop of the session where the record ends it, else opening plus duration,
     * else the last report of its containers, else the one time that it has. Never before the opening. Times that the
     * record does not have are {@link CdrFields#NO_TIME}.
     *
     * @param ends whether the record ends its session; without a cause a stop alone says so
     * @param durationMs duration of the record, if it has one
     * @param openingField name of the opening in that record, for the failure
     */
    public static long time(
            boolean ends,
            long stop,
            long opening,
            @Nullable Long durationMs,
            long lastReport,
            long start,
            String openingField)
            throws DecodeFailure {
        long closing = CdrFields.NO_TIME;
        if (ends && stop != CdrFields.NO_TIME) {
            closing = stop;
        } else if (opening != CdrFields.NO_TIME && durationMs != null) {
            closing = opening + durationMs;
        } else if (lastReport != CdrFields.NO_TIME) {
            closing = lastReport;
        } else if (opening == CdrFields.NO_TIME) {
            closing = stop != CdrFields.NO_TIME ? stop : start;
        }
        closing = Math.max(closing, opening); // NO_TIME is less than every time
        if (closing == CdrFields.NO_TIME) {
            throw new DecodeFailure(RejectReason.MISSING_FIELD, openingField, "no time says when the record was");
        }
        return closing;
    }
}
