package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ReleasingParty;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceBearer;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** moCallRecord and mtCallRecord (TS 32.298 clauses 5.1.2.1.4, 5.1.2.1.9, 5.1.2.1.24) to a voice event. */
final class CallDecoder {
    private static final int BEARER_SERVICE = 2;
    private static final int TELESERVICE = 3;
    private static final int EMERGENCY_CALLS = 0x12;
    private static final int PARTIAL_RECORD = 1;
    private static final int PARTIAL_RECORD_RE_ESTABLISHMENT = 2;
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
        boolean originating = type == RecordType.MO_CALL;
        VoiceCall call = new VoiceCall();
        call.setDirection(originating ? CallDirection.ORIGINATING : CallDirection.TERMINATING);
        call.setBearer(VoiceBearer.CIRCUIT_SWITCHED);
        call.setReleasingParty(ReleasingParty.UNKNOWN);
        describeParties(call, originating);
        describeReferences(call);
        event.setEventTime(Instant.ofEpochMilli(describeTimes(call)));
        event.setService(ServiceType.VOICE);
        event.setRecordType(type);
        event.setCause(fields.cause(CsField.DIAGNOSTICS, CauseScheme.Q850));
        event.setOutcome(outcome(call));
        event.setDetails(call);
    }

    private void describeParties(VoiceCall call, boolean originating) throws DecodeFailure {
        int teleservice = record.basicService(TELESERVICE);
        int bearerService = record.basicService(BEARER_SERVICE);
        call.setTeleservice(teleservice == CsRecord.NO_CODE ? null : teleservice);
        call.setBearerService(bearerService == CsRecord.NO_CODE ? null : bearerService);
        boolean emergencyService = teleservice == EMERGENCY_CALLS;
        PartyNumber called = originating ? calledBySubscriber(emergencyService) : record.servedParty();
        call.setCalled(called);
        call.setEmergency(emergencyService
                || (originating && called != null && called.getNumberClass() == NumberClass.EMERGENCY));
        call.setCalling(record.party(CsField.CALLING_NUMBER, false));
        call.setConnected(record.party(CsField.CONNECTED_NUMBER, false));
        call.setTranslated(record.party(CsField.TRANSLATED_NUMBER, false));
    }

    private @Nullable PartyNumber calledBySubscriber(boolean emergencyService) throws DecodeFailure {
        PartyNumber called = record.party(CsField.CALLED_NUMBER, emergencyService);
        return called == null && emergencyService ? PartyNumbers.emergencyWithoutNumber() : called;
    }

    private void describeReferences(VoiceCall call) throws DecodeFailure {
        Integer causeForTerm = fields.integer(CsField.CAUSE_FOR_TERM, 0, 255);
        call.setCauseForTerm(causeForTerm);
        call.setPartial(causeForTerm != null
                && (causeForTerm == PARTIAL_RECORD || causeForTerm == PARTIAL_RECORD_RE_ESTABLISHMENT));
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
        Integer seconds = fields.integer(CsField.CALL_DURATION, 0, LONGEST_CALL);
        Long duration = seconds == null ? null : seconds * 1000L;
        call.setSeizureTime(CdrFields.instant(seizure));
        call.setAnswerTime(CdrFields.instant(answer));
        call.setReleaseTime(CdrFields.instant(release));
        call.setCallDurationMs(duration);
        boolean wholeHolding = seizure != CdrFields.NO_TIME && release != CdrFields.NO_TIME && release >= seizure;
        call.setHoldingTimeMs(wholeHolding ? (Long) (release - seizure) : duration);
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
