package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.VoiceCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums over call legs: MO, MT and forwarded calls of an MSC, and calls of an S-CSCF or E-CSCF. Every record is one seizure, except the intermediate partial records of a long
 * call, which only add their duration: the call is counted once, by its last record.
 */
final class VoiceMeasurements implements MeasurementFamily {

    private static final int NONE = -1;
    private static final int SEIZURES = 0;
    private static final int ANSWERED = 1;
    private static final int USER_BUSY = 2;
    private static final int NO_ANSWER = 3;
    private static final int REJECTED = 4;
    private static final int DROPPED = 5;
    private static final int HOLDING_TIME_MS = 6;
    private static final int CONVERSATION_TIME_MS = 7;

    private static final List<Measurement> MEASUREMENTS = List.of(
            Measurement.sum("seizures", "1"),
            Measurement.sum("answered", "1 if it has an answerTime"),
            Measurement.sum("userBusy", "1 if it was not answered and its cause is Q.850 17, or SIP 486 or 600"),
            Measurement.sum("noAnswer", "1 if it was not answered and its cause is Q.850 18 or 19, or SIP 480"),
            Measurement.sum("rejected", "1 if it was not answered and its cause is Q.850 21, or SIP 603"),
            Measurement.sum("dropped", "1 if it was answered and ended abnormally"),
            Measurement.sum("holdingTimeMs", "releaseTime less seizureTime; where one is missing, callDuration"),
            Measurement.sum("conversationTimeMs", "callDuration of answered calls"));

    /** causeForTerm abnormalRelease, TS 32.298 clause 5.1.2.1.8. */
    private static final int ABNORMAL_RELEASE = 4;

    @Override
    public String id() {
        return "voice";
    }

    @Override
    public List<Measurement> measurements() {
        return MEASUREMENTS;
    }

    @Override
    public void measure(EnrichedEvent event, Contribution contribution) {
        if (!(event.getEvent().getDetails() instanceof VoiceCall call)) {
            return;
        }
        boolean answered = call.getAnswerTime() != null;
        contribution.add(HOLDING_TIME_MS, holdingTimeMs(call));
        if (answered) {
            contribution.add(CONVERSATION_TIME_MS, orZero(call.getCallDurationMs()));
        }
        if (call.getPartial()) {
            return;
        }
        contribution.count(SEIZURES);
        if (answered) {
            contribution.count(ANSWERED);
            if (isDropped(event, call)) {
                contribution.count(DROPPED);
            }
        } else {
            addUnanswered(event.getEvent().getCause(), contribution);
        }
    }

    /** A record of a sequence holds the line for its own duration only; its seizure lies in an earlier record. */
    private static long holdingTimeMs(VoiceCall call) {
        boolean oneOfSeveral = call.getPartial() || call.getSequenceNumber() != null;
        return orZero(oneOfSeveral ? call.getCallDurationMs() : call.getHoldingTimeMs());
    }

    private static boolean isDropped(EnrichedEvent event, VoiceCall call) {
        Integer causeForTerm = call.getCauseForTerm();
        return event.getEvent().getOutcome() == Outcome.DROPPED
                || (causeForTerm != null && causeForTerm == ABNORMAL_RELEASE)
                || (event.getCause() != null && event.getCause().getCauseClass() == CauseClass.NETWORK);
    }

    /** The unanswered outcomes that NER does not hold against the network (ITU-T E.425), by Q.850 cause or SIP status. */
    private static void addUnanswered(@Nullable Cause cause, Contribution contribution) {
        int outcome = cause == null ? NONE : userOutcome(cause);
        if (outcome != NONE) {
            contribution.count(outcome);
        }
    }

    /** SIP status codes stand for the causes that RFC 3398 clause 8.2.6.1 maps them to. */
    private static int userOutcome(Cause cause) {
        if (cause.getScheme() == CauseScheme.Q850) {
            return switch (cause.getCode()) {
                case 17 -> USER_BUSY;
                case 18, 19 -> NO_ANSWER;
                case 21 -> REJECTED;
                default -> NONE;
            };
        }
        if (cause.getScheme() == CauseScheme.SIP) {
            return switch (cause.getCode()) {
                case 486, 600 -> USER_BUSY;
                case 480 -> NO_ANSWER;
                case 603 -> REJECTED;
                default -> NONE;
            };
        }
        return NONE;
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
