package io.luxqoe.decoder.ims;

import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.Cause;
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

/**
 * A session that an INVITE began (TS 32.260) to a voice event: set up when the INVITE came, answered when service delivery
 * started, released when it ended, all to the millisecond where the record has fractions.
 *
 * <p>A long session may have several records, numbered by recordSequenceNumber: all but the last are closed for another
 * reason than the end of the service (causeForRecordClosing 3 to 5). As with circuit-switched calls they are increments
 * that only add their duration, from the record's opening to its closure, and the last one is the attempt. A record of an
 * I-CSCF is an increment always: it has routed the INVITE and knows nothing of the session after that.
 *
 * <p>causeForTerm has no field of its own in these records. It is told from causeForRecordClosing, so that calls of both
 * domains are judged alike: 0 normal, 1 partial, 3 unsuccessful attempt, and 4 abnormal for an unsuccessful delivery that
 * had been answered.
 */
final class SessionDecoder {
    private static final int SUCCESSFUL = 0;
    private static final int UNSUCCESSFUL = 1;
    private static final int FIRST_PARTIAL = 3;
    private static final int LAST_PARTIAL = 5;
    private static final int SERVER_FAILURE = 500;
    private static final int GLOBAL_FAILURE = 600;

    private final ImsRecord record;
    private final CdrFields<ImsField> fields;

    SessionDecoder(ImsRecord record) {
        this.record = record;
        this.fields = record.fields();
    }

    /** Adds what the record at hand says of the session, its time and its outcome. */
    void describe(RecordType type, NetworkEvent event) throws DecodeFailure {
        VoiceCall call = new VoiceCall();
        call.setBearer(VoiceBearer.IMS);
        call.setReleasingParty(ReleasingParty.UNKNOWN);
        call.setIncomingTrunkGroup(record.trunkGroup(0));
        call.setOutgoingTrunkGroup(record.trunkGroup(1));
        call.setDirection(direction(type, call));
        describeParties(type, call);
        describeReferences(call);
        Integer closing = fields.integer(ImsField.CAUSE_FOR_CLOSING, 0, Integer.MAX_VALUE);
        call.setPartial(
                (closing != null && closing >= FIRST_PARTIAL && closing <= LAST_PARTIAL) || type == RecordType.I_CSCF);
        event.setEventTime(Instant.ofEpochMilli(describeTimes(call)));
        call.setCauseForTerm(causeForTerm(closing, call));
        call.setSipStatus(record.sipStatus());
        Cause cause = record.cause();
        event.setCause(cause);
        event.setService(ServiceType.VOICE);
        event.setRecordType(type);
        event.setOutcome(outcome(call, closing, cause));
        event.setDetails(call);
    }

    private CallDirection direction(RecordType type, VoiceCall call) throws DecodeFailure {
        if (call.getIncomingTrunkGroup() != null) {
            return CallDirection.INCOMING_TRUNK;
        }
        if (call.getOutgoingTrunkGroup() != null) {
            return CallDirection.OUTGOING_TRUNK;
        }
        return switch (record.role()) {
            case ImsRecord.ORIGINATING -> CallDirection.ORIGINATING;
            case ImsRecord.TERMINATING -> CallDirection.TERMINATING;
            default -> type == RecordType.E_CSCF ? CallDirection.ORIGINATING : CallDirection.UNKNOWN;
        };
    }

    /** The requested party is what was dialled; where it is named, the called party is what became of it. */
    private void describeParties(RecordType type, VoiceCall call) throws DecodeFailure {
        boolean indicated = type == RecordType.E_CSCF || fields.has(ImsField.EMERGENCY_INDICATOR);
        boolean toService = indicated && call.getDirection() != CallDirection.TERMINATING;
        PartyNumber requested = record.party(ImsField.REQUESTED_PARTY, toService);
        PartyNumber called = record.party(ImsField.CALLED_PARTY, toService);
        if (requested != null) {
            call.setTranslated(called);
            called = requested;
        }
        call.setCalled(called);
        call.setEmergency(indicated || isEmergency(call.getCalled()) || isEmergency(call.getTranslated()));
        call.setCalling(record.party(ImsField.CALLING_PARTIES, false));
        call.setConnected(record.party(ImsField.CALLED_ASSERTED, false));
    }

    private static boolean isEmergency(@Nullable PartyNumber party) {
        return party != null && party.getNumberClass() == NumberClass.EMERGENCY;
    }

    private void describeReferences(VoiceCall call) throws DecodeFailure {
        call.setSequenceNumber(fields.integer(ImsField.SEQUENCE_NUMBER, 0, Integer.MAX_VALUE));
        call.setLocalSequenceNumber(fields.number(ImsField.LOCAL_SEQUENCE_NUMBER, 0, 0xFFFF_FFFFL));
        call.setImsChargingId(fields.hex(ImsField.CHARGING_IDENTIFIER));
    }

    /** Adds the times; returns the event time: the release, else the record's closure, else its begin. */
    private long describeTimes(VoiceCall call) throws DecodeFailure {
        SessionTimes times = SessionTimes.of(record);
        boolean later = call.getSequenceNumber() != null && call.getSequenceNumber() > 1;
        call.setSetupTime(CdrFields.instant(times.request()));
        call.setAnswerTime(CdrFields.instant(times.answer(later)));
        call.setReleaseTime(CdrFields.instant(times.end()));
        call.setCallDurationMs(times.duration(later, call.getPartial()));
        call.setHoldingTimeMs(
                later || call.getPartial() ? call.getCallDurationMs() : times.holding(call.getCallDurationMs()));
        return times.event();
    }

    private static @Nullable Integer causeForTerm(@Nullable Integer closing, VoiceCall call) {
        if (closing == null) {
            return null;
        }
        return switch (closing) {
            case SUCCESSFUL -> 0;
            case UNSUCCESSFUL -> call.getAnswerTime() == null ? 3 : 4;
            case FIRST_PARTIAL, 4, LAST_PARTIAL -> 1;
            default -> null;
        };
    }

    private static Outcome outcome(VoiceCall call, @Nullable Integer closing, @Nullable Cause cause) {
        if (call.getPartial()) {
            return Outcome.PARTIAL;
        }
        if (call.getAnswerTime() == null) {
            return Outcome.FAILURE;
        }
        boolean unsuccessful = closing != null && closing == UNSUCCESSFUL;
        return unsuccessful || (cause != null && isOfNetwork(cause)) ? Outcome.DROPPED : Outcome.SUCCESS;
    }

    /** Causes that the network answers for: no route, no resources, protocol errors, interworking; server failures. */
    private static boolean isOfNetwork(Cause cause) {
        int code = cause.getCode();
        if (cause.getScheme() == CauseScheme.SIP) {
            return code >= SERVER_FAILURE && code < GLOBAL_FAILURE;
        }
        return switch (code) {
            case 2, 3, 5, 25, 127 -> true;
            default -> (code >= 34 && code <= 47) || (code >= 96 && code <= 111);
        };
    }
}
