package io.luxqoe.decoder.ims;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.ShortMessage;
import java.time.Instant;

/**
 * A SIP MESSAGE to a messaging event: an instant message, or a short message over IMS (TS 24.341). Each record of it is
 * whole; that of an I-CSCF, which only routed it, is an increment.
 */
final class InstantMessageDecoder {
    private static final int LEAST_FAILURE = 300;
    private static final int UNSUCCESSFUL = 1;

    private final ImsRecord record;

    InstantMessageDecoder(ImsRecord record) {
        this.record = record;
    }

    /** Adds what the record at hand says of the message, its time and its outcome. */
    void describe(RecordType type, NetworkEvent event) throws DecodeFailure {
        ShortMessage message = new ShortMessage();
        message.setDirection(
                switch (record.role()) {
                    case ImsRecord.ORIGINATING -> CallDirection.ORIGINATING;
                    case ImsRecord.TERMINATING -> CallDirection.TERMINATING;
                    default -> CallDirection.UNKNOWN;
                });
        message.setDestination(record.party(ImsField.CALLED_PARTY, false));
        message.setOriginator(record.party(ImsField.CALLING_PARTIES, false));
        event.setEventTime(Instant.ofEpochMilli(SessionTimes.of(record).event()));
        event.setService(ServiceType.MESSAGING);
        event.setRecordType(type);
        event.setCause(record.cause());
        event.setOutcome(type == RecordType.I_CSCF ? Outcome.PARTIAL : outcome());
        event.setDetails(message);
    }

    private Outcome outcome() throws DecodeFailure {
        Integer closing = record.fields().integer(ImsField.CAUSE_FOR_CLOSING, 0, Integer.MAX_VALUE);
        Integer status = record.sipStatus();
        boolean failed = (closing != null && closing == UNSUCCESSFUL) || (status != null && status >= LEAST_FAILURE);
        return failed ? Outcome.FAILURE : Outcome.SUCCESS;
    }
}
