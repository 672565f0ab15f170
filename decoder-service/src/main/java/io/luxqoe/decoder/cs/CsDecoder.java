package io.luxqoe.decoder.cs;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.TagTable;
import io.luxqoe.decoder.cdr.CdrDecoder;
import io.luxqoe.decoder.cdr.ServedSubscriber;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;

/** Circuit-switched CDRs of TS 32.298: originating and terminating calls and short messages. */
public final class CsDecoder implements CdrDecoder {
    private final CsRecord record;
    private final ServedSubscriber<CsField> servedSubscriber;
    private final CallDecoder calls;
    private final MessageDecoder messages;

    /** Decodes with these pseudonyms and numbering rules. */
    public CsDecoder(Pseudonyms pseudonyms, PartyNumbers numbers) {
        record = new CsRecord(numbers);
        servedSubscriber = new ServedSubscriber<>(
                pseudonyms, numbers, CsField.SERVED_IMSI, CsField.SERVED_IMEI, CsField.SERVED_MSISDN);
        calls = new CallDecoder(record);
        messages = new MessageDecoder(record);
    }

    @Override
    public boolean reads(int outerTag) {
        return switch (outerTag) {
            case 0, 1, 6, 7 -> true;
            default -> false;
        };
    }

    @Override
    public NetworkEvent decode(BerCursor cdr, SourceSettings source) throws DecodeFailure {
        int tag = cdr.tagNumber();
        return switch (tag) {
            case 0 -> decode(cdr, tag, CsTables.MO_CALL, RecordType.MO_CALL, source);
            case 1 -> decode(cdr, tag, CsTables.MT_CALL, RecordType.MT_CALL, source);
            case 6 -> decode(cdr, tag, CsTables.MO_SMS, RecordType.MO_SMS, source);
            case 7 -> decode(cdr, tag, CsTables.MT_SMS, RecordType.MT_SMS, source);
            default -> throw new IllegalArgumentException("outer tag " + tag);
        };
    }

    private NetworkEvent decode(
            BerCursor cdr, int recordType, TagTable<CsField> table, RecordType type, SourceSettings source)
            throws DecodeFailure {
        record.read(table, recordType, cdr.octets(), cdr.valueStart(), cdr.valueEnd(), source.keptElements());
        NetworkEvent event = new NetworkEvent();
        event.setSource(source.source());
        event.setUnknownElements(record.fields().spans().unknown());
        servedSubscriber.describe(record.fields().spans(), event);
        event.setLocation(record.location(source));
        if (type == RecordType.MO_CALL || type == RecordType.MT_CALL) {
            calls.describe(type, event);
        } else {
            messages.describe(type, event);
        }
        return event;
    }
}
