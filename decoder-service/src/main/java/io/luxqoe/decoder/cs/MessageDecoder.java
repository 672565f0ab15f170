package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.cdr.CdrFields;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.CallDirection;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.ShortMessage;
import java.time.Instant;

/** moSMSRecord and mtSMSRecord (TS 32.298 clause 5.1.2.1) to a messaging event. */
final class MessageDecoder {
    private final CsRecord record;
    private final CdrFields<CsField> fields;

    MessageDecoder(CsRecord record) {
        this.record = record;
        this.fields = record.fields();
    }

    /** Adds what the record at hand says of the message, its time and its outcome. */
    void describe(RecordType type, NetworkEvent event) throws DecodeFailure {
        boolean originating = type == RecordType.MO_SMS;
        ShortMessage message = new ShortMessage();
        message.setDirection(originating ? CallDirection.ORIGINATING : CallDirection.TERMINATING);
        message.setServiceCentre(fields.address(CsField.SERVICE_CENTRE));
        message.setRecordingEntity(fields.address(CsField.RECORDING_ENTITY));
        message.setMessageReference(fields.hex(CsField.MESSAGE_REFERENCE));
        message.setDestination(record.destination(CsField.DESTINATION_NUMBER));
        event.setEventTime(time(originating ? CsField.ORIGINATION_TIME : CsField.DELIVERY_TIME));
        event.setService(ServiceType.MESSAGING);
        event.setRecordType(type);
        event.setCause(fields.cause(CsField.SMS_RESULT, CauseScheme.RP_CAUSE));
        event.setOutcome(fields.has(CsField.SMS_RESULT) ? Outcome.FAILURE : Outcome.SUCCESS);
        event.setDetails(message);
    }

    private Instant time(CsField field) throws DecodeFailure {
        long time = fields.time(field);
        if (time == CdrFields.NO_TIME) {
            throw new DecodeFailure(RejectReason.MISSING_FIELD, field.fieldName(), "it says when the message was");
        }
        return Instant.ofEpochMilli(time);
    }
}
