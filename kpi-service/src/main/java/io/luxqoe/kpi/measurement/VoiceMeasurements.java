package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measurements over call legs: MO, MT and forwarded calls of an MSC, and calls of an S-CSCF or E-CSCF. Every record is one
 * seizure, except the intermediate partial records of a long call, which only add their duration: the call is counted
 * once, by its last record, and its set-up is timed once, by its first.
 *
 * <p>seizures = answered + abandoned + failedUser + failedSubscriberUnreachable + failedNetwork + failedService +
 * failedUnknown. No bids: a record is written for a seizure, none tells of a bid that got no circuit, so the answer-bid
 * ratio of ITU-T E.600 cannot be told from the answer-seizure ratio.
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
    private static final int ALERTED = 8;
    private static final int ABANDONED = 9;
    private static final int FAILED = 10;
    private static final int UNDER_PLANNED_WORK = 15;
    private static final int SETUP_TIME_MS = 0;
    private static final int TIME_TO_ANSWER_MS = 1;

    private static final List<Measurement> MEASUREMENTS = Stream.of(
                    List.of(
                            Measurement.sum("seizures", "1"),
                            Measurement.sum("answered", "1 if it has an answerTime"),
                            Measurement.sum(
                                    "userBusy",
                                    "1 if it was not answered and its cause is Q.850 17, or SIP 486 or 600"),
                            Measurement.sum(
                                    "noAnswer", "1 if it was not answered and its cause is Q.850 18 or 19, or SIP 480"),
                            Measurement.sum(
                                    "rejected", "1 if it was not answered and its cause is Q.850 21, or SIP 603"),
                            Measurement.sum(
                                    "dropped",
                                    "1 if it was answered and ended abnormally: causeForTerm 4, outcome DROPPED, or a"
                                            + " cause of class NETWORK"),
                            Measurement.sum(
                                    "holdingTimeMs",
                                    "releaseTime less seizureTime; where one is missing, and for records of a sequence,"
                                            + " callDuration"),
                            Measurement.sum("conversationTimeMs", "callDuration of answered calls"),
                            Measurement.sum(
                                    "alerted",
                                    "1 if the called party was alerted: it has an alertingTime or an answerTime, or its"
                                            + " cause is Q.850 19"),
                            Measurement.sum(
                                    "abandoned",
                                    "1 if it was not answered and ended normally (cause of class SUCCESS, such as Q.850"
                                            + " 16 or SIP 487): the caller gave up")),
                    CauseClasses.measurements("1 if it was not answered"),
                    List.of(
                            PlannedWorks.measurement(),
                            Measurement.distribution(
                                    "setupTimeMs", "alertingTime less setupTime, where the first record has both"),
                            Measurement.distribution(
                                    "timeToAnswerMs",
                                    "answerTime less seizureTime (setupTime where there is none) of answered calls")),
                    CustomerImpact.measurements(
                            "it was not answered for a cause of any class but USER and SUCCESS, or was dropped"))
            .flatMap(List::stream)
            .toList();

    /** causeForTerm abnormalRelease, TS 32.298 clause 5.1.2.1.8. */
    private static final int ABNORMAL_RELEASE = 4;

    /** Q.850: no answer from user, who has been alerted. */
    private static final int ALERTED_WITHOUT_ANSWER = 19;

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
        PlannedWorks.add(event, UNDER_PLANNED_WORK, contribution);
        contribution.add(HOLDING_TIME_MS, holdingTimeMs(call));
        if (call.getAnswerTime() != null) {
            contribution.add(CONVERSATION_TIME_MS, orZero(call.getCallDurationMs()));
        }
        if (isFirst(call)) {
            record(SETUP_TIME_MS, call.getSetupTime(), call.getAlertingTime(), contribution);
            Instant begin = call.getSeizureTime() == null ? call.getSetupTime() : call.getSeizureTime();
            record(TIME_TO_ANSWER_MS, begin, call.getAnswerTime(), contribution);
        }
        CustomerImpact.add(event, !call.getPartial() && addOutcome(event, call, contribution), contribution);
    }

    /** Adds one seizure and how it ended. Returns whether the network failed its subscriber. */
    private static boolean addOutcome(EnrichedEvent event, VoiceCall call, Contribution contribution) {
        contribution.count(SEIZURES);
        if (isAlerted(event.getEvent().getCause(), call)) {
            contribution.count(ALERTED);
        }
        if (call.getAnswerTime() == null) {
            return addUnanswered(event, contribution);
        }
        contribution.count(ANSWERED);
        if (isDropped(event, call)) {
            contribution.count(DROPPED);
            return true;
        }
        return false;
    }

    /** A record of a sequence holds the line for its own duration only; its seizure lies in an earlier record. */
    private static long holdingTimeMs(VoiceCall call) {
        boolean oneOfSeveral = call.getPartial() || call.getSequenceNumber() != null;
        return orZero(oneOfSeveral ? call.getCallDurationMs() : call.getHoldingTimeMs());
    }

    /** Later records of a call may repeat its times. */
    private static boolean isFirst(VoiceCall call) {
        return call.getSequenceNumber() == null ? !call.getPartial() : call.getSequenceNumber() <= 1;
    }

    private static void record(
            int distribution, @Nullable Instant from, @Nullable Instant to, Contribution contribution) {
        if (from != null && to != null && !to.isBefore(from)) {
            contribution.record(distribution, to.toEpochMilli() - from.toEpochMilli());
        }
    }

    private static boolean isAlerted(@Nullable Cause cause, VoiceCall call) {
        return call.getAlertingTime() != null
                || call.getAnswerTime() != null
                || (cause != null
                        && cause.getScheme() == CauseScheme.Q850
                        && cause.getCode() == ALERTED_WITHOUT_ANSWER);
    }

    private static boolean isDropped(EnrichedEvent event, VoiceCall call) {
        Integer causeForTerm = call.getCauseForTerm();
        return event.getEvent().getOutcome() == Outcome.DROPPED
                || (causeForTerm != null && causeForTerm == ABNORMAL_RELEASE)
                || CauseClasses.of(event) == CauseClass.NETWORK;
    }

    private static boolean addUnanswered(EnrichedEvent event, Contribution contribution) {
        int outcome = userOutcome(event.getEvent().getCause());
        if (outcome != NONE) {
            contribution.count(outcome);
        }
        CauseClass causeClass = CauseClasses.of(event);
        if (causeClass == CauseClass.SUCCESS) {
            contribution.count(ABANDONED);
            return false;
        }
        contribution.count(FAILED + CauseClasses.sum(causeClass));
        return causeClass != CauseClass.USER;
    }

    /**
     * The unanswered outcomes that NER does not hold against the network (ITU-T E.425), by Q.850 cause or SIP status. SIP
     * status codes stand for the causes that RFC 3398 clause 8.2.6.1 maps them to.
     */
    private static int userOutcome(@Nullable Cause cause) {
        if (cause != null && cause.getScheme() == CauseScheme.Q850) {
            return switch (cause.getCode()) {
                case 17 -> USER_BUSY;
                case 18, 19 -> NO_ANSWER;
                case 21 -> REJECTED;
                default -> NONE;
            };
        }
        if (cause != null && cause.getScheme() == CauseScheme.SIP) {
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
