package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceBearer;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The records of calls (TS 32.298 clauses 5.1.2.1.4, 5.1.2.1.9, 5.1.2.1.24) to a voice event.
 *
 * <p>A long call has several records with the same callReference, numbered from 1, each with a duration of its own
 * (TS 32.250, partial records). All but the last have causeForTerm 1 or 2: they are increments, whose durations count and
 * which are no attempt. The last one has a final cause: it is the attempt, so that the call is counted once, with the
 * outcome and the cause that it had in the end. Partial records exist of conversations only, so a last record that does
 * not repeat the answer is answered all the same: the answer then is where that record begins. The holding time of each
 * of several records is its duration, as what goes before lies in an earlier record; so the durations add up.
 */
final class CallDecoder {
    private static final int BEARER_SERVICE = 2;
    private static final int TELESERVICE = 3;
    private static final int EMERGENCY_CALLS = 0x12;
    private static final int PARTIAL_RECORD = 1;
    private static final int PARTIAL_RECORD_RE_ESTABLISHMENT = 2;
    private static final int UNSUCCESSFUL_ATTEMPT = 3;
    private static final int ABNORMAL_RELEASE = 4;
    /** Ten years, in seconds: what lasts longer is no call. */
    private static final int LONGEST_CALL = 315_360_000;

    private final CsRecord record;
    private final CdrFields<CsField> fields;

    CallDecoder(CsRecord record) {
        this.record = record;
        this.fields = record.fields();
    }

    /** Adds what the record at hand says of the call, its time and its outcome. */
    void describe(RecordType type, NetworkEvent event) throws DecodeFailure {
        VoiceCall call = new VoiceCall();
        call.setDirection(direction(type));
        call.setBearer(VoiceBearer.CIRCUIT_SWITCHED);
        call.setReleasingParty(record.releasingParty());
        describeParties(call, type != RecordType.MT_CALL);
        describeReferences(call);
        event.setEventTime(Instant.ofEpochMilli(describeTimes(call)));
        event.setService(ServiceType.VOICE);
        event.setRecordType(type);
        Cause cause = fields.cause(CsField.DIAGNOSTICS, CauseScheme.Q850);
        event.setCause(cause == null ? record.partyRelCause() : cause);
        event.setOutcome(outcome(call));
        event.setDetails(call);
    }

    private static CallDirection direction(RecordType type) {
        return switch (type) {
            case MO_CALL -> CallDirection.ORIGINATING;
            case MT_CALL -> CallDirection.TERMINATING;
            case INCOMING_GATEWAY -> CallDirection.INCOMING_TRUNK;
            case OUTGOING_GATEWAY -> CallDirection.OUTGOING_TRUNK;
            case TRANSIT -> CallDirection.TRANSIT;
            case FORWARDED_CALL -> CallDirection.FORWARDED;
            default -> CallDirection.UNKNOWN;
        };
    }

    /**
     * Adds the parties.
     *
     * @param namesCalled whether the record names the called party; in mtCallRecord it is the served subscriber
     */
    private void describeParties(VoiceCall call, boolean namesCalled) throws DecodeFailure {
        int teleservice = record.basicService(TELESERVICE);
        int bearerService = record.basicService(BEARER_SERVICE);
        call.setTeleservice(teleservice == CsRecord.NO_CODE ? null : teleservice);
        call.setBearerService(bearerService == CsRecord.NO_CODE ? null : bearerService);
        boolean emergencyService = teleservice == EMERGENCY_CALLS;
        PartyNumber called = namesCalled ? calledNumber(emergencyService) : record.servedParty();
        call.setCalled(called);
        call.setEmergency(emergencyService
                || (namesCalled && called != null && called.getNumberClass() == NumberClass.EMERGENCY));
        call.setCalling(record.party(CsField.CALLING_NUMBER, false));
        call.setConnected(record.party(CsField.CONNECTED_NUMBER, false));
        call.setTranslated(record.party(CsField.TRANSLATED_NUMBER, false));
    }

    private @Nullable PartyNumber calledNumber(boolean emergencyService) throws DecodeFailure {
        PartyNumber called = record.party(CsField.CALLED_NUMBER, emergencyService);
        return called == null && emergencyService ? PartyNumbers.emergencyWithoutNumber() : called;
    }

    private void describeReferences(VoiceCall call) throws DecodeFailure {
        Integer causeForTerm = fields.integer(CsField.CAUSE_FOR_TERM, 0, 255);
        call.setCauseForTerm(causeForTerm);
        call.setPartial((causeForTerm != null
                        && (causeForTerm == PARTIAL_RECORD || causeForTerm == PARTIAL_RECORD_RE_ESTABLISHMENT))
                || record.isIntermediate());
        call.setSequenceNumber(fields.integer(CsField.SEQUENCE_NUMBER, 0, Integer.MAX_VALUE));
        call.setPartialRecordType(fields.integer(CsField.PARTIAL_RECORD_TYPE, 0, Integer.MAX_VALUE));
        call.setCallReference(fields.hex(CsField.CALL_REFERENCE));
        call.setNetworkCallReference(fields.hex(CsField.NETWORK_CALL_REFERENCE));
        call.setRecordingEntity(fields.address(CsField.RECORDING_ENTITY));
        call.setMscAddress(fields.address(CsField.MSC_ADDRESS));
        call.setIncomingTrunkGroup(record.trunkGroup(CsField.INCOMING_TKGP));
        call.setOutgoingTrunkGroup(record.trunkGroup(CsField.OUTGOING_TKGP));
    }

    /** Adds the times; returns the event time: the release, else seizure or answer plus duration. */
    private long describeTimes(VoiceCall call) throws DecodeFailure {
        long seizure = fields.time(CsField.SEIZURE_TIME);
        long answer = fields.time(CsField.ANSWER_TIME);
        long release = fields.time(CsField.RELEASE_TIME);
        call.setSetupTime(record.vendorTime(CsField.SETUP_TIME));
        call.setAlertingTime(record.vendorTime(CsField.ALERTING_TIME));
        Integer seconds = fields.integer(CsField.CALL_DURATION, 0, LONGEST_CALL);
        Long duration = seconds == null ? null : seconds * 1000L;
        call.setSeizureTime(CdrFields.instant(seizure));
        call.setAnswerTime(CdrFields.instant(answer));
        call.setReleaseTime(CdrFields.instant(release));
        call.setCallDurationMs(duration);
        boolean wholeHolding = seizure != CdrFields.NO_TIME
                && release != CdrFields.NO_TIME
                && release >= seizure
                && !call.getPartial()
                && !isLater(call);
        call.setHoldingTimeMs(wholeHolding ? (Long) (release - seizure) : duration);
        long time = eventTime(seizure, answer, release, duration);
        if (answer == CdrFields.NO_TIME && isLater(call) && !isUnsuccessful(call)) {
            call.setAnswerTime(Instant.ofEpochMilli(
                    seizure != CdrFields.NO_TIME ? seizure : time - (duration == null ? 0 : duration)));
        }
        return time;
    }

    /** Whether it is the second record of a call or a later one. */
    private static boolean isLater(VoiceCall call) {
        Integer sequenceNumber = call.getSequenceNumber();
        return sequenceNumber != null && sequenceNumber > 1;
    }

    private static boolean isUnsuccessful(VoiceCall call) {
        Integer causeForTerm = call.getCauseForTerm();
        return causeForTerm != null && causeForTerm == UNSUCCESSFUL_ATTEMPT;
    }

    private static long eventTime(long seizure, long answer, long release, @Nullable Long duration)
            throws DecodeFailure {
        if (release != CdrFields.NO_TIME) {
            return release;
        }
        long begin = seizure != CdrFields.NO_TIME ? seizure : answer;
        if (begin == CdrFields.NO_TIME) {
            throw new DecodeFailure(
                    RejectReason.MISSING_FIELD,
                    CsField.RELEASE_TIME.fieldName(),
                    "neither release, seizure nor answer says when the call was");
        }
        return duration == null ? begin : begin + duration;
    }

    private static Outcome outcome(VoiceCall call) {
        if (call.getPartial()) {
            return Outcome.PARTIAL;
        }
        if (call.getAnswerTime() == null) {
            return Outcome.FAILURE;
        }
        Integer causeForTerm = call.getCauseForTerm();
        return causeForTerm != null && causeForTerm == ABNORMAL_RELEASE ? Outcome.DROPPED : Outcome.SUCCESS;
    }
}
