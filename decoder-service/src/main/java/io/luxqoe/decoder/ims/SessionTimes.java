package io.luxqoe.decoder.ims;

import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * The times of a record, UTC, ms, each perhaps {@link CdrFields#NO_TIME}.
 *
 * @param request when the INVITE or other request came
 * @param start when service delivery started: the answer
 * @param end when it ended
 * @param opening when the record was opened, to the second
 * @param closure when it was closed, to the second
 */
record SessionTimes(long request, long start, long end, long opening, long closure) {
    private static final long NONE = CdrFields.NO_TIME;
    /** Ten years: what lasts longer is no session. */
    private static final long LONGEST = 315_360_000_000L;

    static SessionTimes of(ImsRecord record) throws DecodeFailure {
        return new SessionTimes(
                record.time(ImsField.REQUEST_TIME, ImsField.REQUEST_FRACTION),
                record.time(ImsField.DELIVERY_START_TIME, ImsField.DELIVERY_START_FRACTION),
                record.time(ImsField.DELIVERY_END_TIME, ImsField.DELIVERY_END_FRACTION),
                record.fields().time(ImsField.OPENING_TIME),
                record.fields().time(ImsField.CLOSURE_TIME));
    }

    /** When the fact was complete. */
    long event() throws DecodeFailure {
        for (long time : new long[] {end, closure, request, start, opening}) {
            if (time != NONE) {
                return time;
            }
        }
        throw new DecodeFailure(
                RejectReason.MISSING_FIELD,
                ImsField.REQUEST_TIME.fieldName(),
                "neither end, closure nor request says when it was");
    }

    /** The answer. Later records of a session exist only of answered ones: one that does not repeat it begins with it. */
    long answer(boolean later) {
        return start == NONE && later ? opening : start;
    }

    /**
     * What the record adds to the session, ms: of the first record from the answer on, of a later one from its opening on,
     * of an increment up to its closure, of a last one up to the end. Where nothing was answered, what it took.
     */
    @Nullable
    Long duration(boolean later, boolean increment) {
        long last = increment && closure != NONE ? closure : end != NONE ? end : closure;
        if (start == NONE && !later) {
            return between(request, last);
        }
        boolean sinceOpening = later && opening != NONE && opening > start;
        return between(sinceOpening ? opening : start, last);
    }

    /** From the request to the end, ms, else the duration. */
    @Nullable
    Long holding(@Nullable Long duration) {
        Long whole = between(request, end != NONE ? end : closure);
        return whole == null ? duration : whole;
    }

    private static @Nullable Long between(long begin, long last) {
        boolean known = begin != NONE && last != NONE && last >= begin && last - begin <= LONGEST;
        return known ? (Long) (last - begin) : null;
    }
}
