package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.cdr.RecordTags;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;
import java.util.Map;

/** Circuit-switched CDRs of TS 32.298: originating and terminating calls and short messages. */
public final class CsDecoder implements CdrDecoder {
    private final CsRecord record;
    private final ServedSubscriber servedSubscriber;
    private final CallDecoder calls;
    private final MessageDecoder messages;

    /** Decodes with these pseudonyms and numbering rules. */
    public CsDecoder(Pseudonyms pseudonyms, PartyNumbers numbers) {
        record = new CsRecord(numbers);
        servedSubscriber = new ServedSubscriber(pseudonyms, numbers);
        calls = new CallDecoder(record);
        messages = new MessageDecoder(record);
    }

    @Override
    public NetworkEvent decode(BerCursor cdr, SourceSettings source) throws DecodeFailure {
        int recordType = RecordTags.recordType(cdr);
        return switch (recordType) {
            case 0 -> decode(cdr, recordType, CsTables.MO_CALL, RecordType.MO_CALL, source);
            case 1 -> decode(cdr, recordType, CsTables.MT_CALL, RecordType.MT_CALL, source);
            case 6 -> decode(cdr, recordType, CsTables.MO_SMS, RecordType.MO_SMS, source);
            case 7 -> decode(cdr, recordType, CsTables.MT_SMS, RecordType.MT_SMS, source);
            case RecordTags.NONE ->
                throw new DecodeFailure(
                        RejectReason.UNKNOWN_RECORD_TYPE, "no record of TS 32.298 has its outer tag " + tagOf(cdr));
            default ->
                throw new DecodeFailure(
                        RejectReason.UNSUPPORTED_RECORD_TYPE,
                        "records of type " + recordType + " (outer tag " + tagOf(cdr)
                                + ") are not read from circuit-switched CDRs");
        };
    }

    private NetworkEvent decode(
            BerCursor cdr, int recordType, TagTable<CsField> table, RecordType type, SourceSettings source)
            throws DecodeFailure {
        record.read(table, recordType, cdr.octets(), cdr.valueStart(), cdr.valueEnd());
        NetworkEvent event = new NetworkEvent();
        event.setSource(source.source());
        event.setUnknownElements(Map.of());
        servedSubscriber.describe(record.spans(), event);
        event.setLocation(record.location(source));
        if (type == RecordType.MO_CALL || type == RecordType.MT_CALL) {
            calls.describe(type, event);
        } else {
            messages.describe(type, event);
        }
        return event;
    }

    private static String tagOf(BerCursor cdr) {
        return "[" + cdr.tagNumber() + "] of class " + cdr.tagClass();
    }
}
