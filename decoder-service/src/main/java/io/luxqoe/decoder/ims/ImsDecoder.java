package io.luxqoe.decoder.ims;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;
import java.util.Locale;

/** IMS CDRs of TS 32.298: sessions and messages as the CSCFs, the application server and the MGCF saw them. */
public final class ImsDecoder implements CdrDecoder {
    private final ImsRecord record;
    private final ServedUser servedUser;
    private final SessionDecoder sessions;
    private final InstantMessageDecoder messages;

    /** Decodes with these pseudonyms and numbering rules. */
    public ImsDecoder(Pseudonyms pseudonyms, PartyNumbers numbers) {
        record = new ImsRecord(numbers);
        servedUser = new ServedUser(pseudonyms, numbers, record);
        sessions = new SessionDecoder(record);
        messages = new InstantMessageDecoder(record);
    }

    @Override
    public boolean reads(int outerTag) {
        return switch (outerTag) {
            case 63, 64, 65, 67, 69, 70 -> true;
            default -> false;
        };
    }

    @Override
    public NetworkEvent decode(BerCursor cdr, SourceSettings source) throws DecodeFailure {
        int tag = cdr.tagNumber();
        return switch (tag) {
            case 63 -> decode(cdr, tag, ImsTables.S_CSCF, RecordType.S_CSCF, source);
            case 64 -> decode(cdr, tag, ImsTables.P_CSCF, RecordType.P_CSCF, source);
            case 65 -> decode(cdr, tag, ImsTables.I_CSCF, RecordType.I_CSCF, source);
            case 67 -> decode(cdr, tag, ImsTables.MGCF, RecordType.MGCF, source);
            case 69 -> decode(cdr, tag, ImsTables.AS, RecordType.AS, source);
            case 70 -> decode(cdr, tag, ImsTables.E_CSCF, RecordType.E_CSCF, source);
            default -> throw new IllegalArgumentException("outer tag " + tag);
        };
    }

    private NetworkEvent decode(
            BerCursor cdr, int recordType, TagTable<ImsField> table, RecordType type, SourceSettings source)
            throws DecodeFailure {
        record.read(table, recordType, cdr.octets(), cdr.valueStart(), cdr.valueEnd(), source.keptElements());
        NetworkEvent event = new NetworkEvent();
        event.setSource(source.source());
        event.setUnknownElements(record.fields().spans().unknown());
        describe(type, event);
        servedUser.describe(servedRole(type), event);
        event.setLocation(record.location(source));
        return event;
    }

    private void describe(RecordType type, NetworkEvent event) throws DecodeFailure {
        switch (method()) {
            case "invite" -> sessions.describe(type, event);
            case "message" -> messages.describe(type, event);
            default ->
                throw new DecodeFailure(
                        RejectReason.UNSUPPORTED_RECORD_TYPE,
                        ImsField.SIP_METHOD.fieldName(),
                        "a request that is neither INVITE nor MESSAGE gives no event");
        }
    }

    /** The method, in lower case. Only sessions are delivered for some time, whether or not the record names theirs. */
    private String method() throws DecodeFailure {
        String method = record.fields().text(ImsField.SIP_METHOD);
        if (method != null) {
            return method.strip().toLowerCase(Locale.ROOT);
        }
        if (record.fields().has(ImsField.DELIVERY_START_TIME)) {
            return "invite";
        }
        throw new DecodeFailure(
                RejectReason.MISSING_FIELD, ImsField.SIP_METHOD.fieldName(), "it says what was requested");
    }

    /** The role in which the node serves a party: those between networks serve none. */
    private int servedRole(RecordType type) throws DecodeFailure {
        int role = record.role();
        return switch (type) {
            case MGCF, I_CSCF -> ImsRecord.NOT_SAID;
            case E_CSCF -> role == ImsRecord.NOT_SAID ? ImsRecord.ORIGINATING : role;
            default -> role;
        };
    }
}
