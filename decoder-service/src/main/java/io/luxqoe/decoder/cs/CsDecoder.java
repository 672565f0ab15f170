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

/** Circuit-switched CDRs of TS 32.298: calls of subscribers and over trunks, and short messages; in a dialect or without. */
public final class CsDecoder implements CdrDecoder {
    private static final int FORWARDED_CALL = 100;

    private final boolean huawei;
    private final CsRecord record;
    private final ServedSubscriber<CsField> servedSubscriber;
    private final CallDecoder calls;
    private final MessageDecoder messages;

    /** Decodes the standard's records with these pseudonyms and numbering rules. */
    public CsDecoder(Pseudonyms pseudonyms, PartyNumbers numbers) {
        this(pseudonyms, numbers, false);
    }

    private CsDecoder(Pseudonyms pseudonyms, PartyNumbers numbers, boolean huawei) {
        this.huawei = huawei;
        record = new CsRecord(numbers);
        servedSubscriber = new ServedSubscriber<>(
                pseudonyms, numbers, CsField.SERVED_IMSI, CsField.SERVED_IMEI, CsField.SERVED_MSISDN);
        calls = new CallDecoder(record);
        messages = new MessageDecoder(record);
    }

    /** Decodes the records of Huawei's MSC, which add elements and a record of forwarded calls to the standard's. */
    public static CsDecoder ofHuawei(Pseudonyms pseudonyms, PartyNumbers numbers) {
        return new CsDecoder(pseudonyms, numbers, true);
    }

    @Override
    public boolean reads(int outerTag) {
        return switch (outerTag) {
            case 0, 1, 3, 4, 5, 6, 7 -> true;
            case FORWARDED_CALL -> huawei;
            default -> false;
        };
    }

    @Override
    public NetworkEvent decode(BerCursor cdr, SourceSettings source) throws DecodeFailure {
        int tag = cdr.tagNumber();
        TagTable<CsField> moCall = huawei ? CsTables.HUAWEI_MO_CALL : CsTables.MO_CALL;
        return switch (tag) {
            case 0 -> decode(cdr, tag, moCall, RecordType.MO_CALL, source);
            case 1 -> decode(cdr, tag, huawei ? CsTables.HUAWEI_MT_CALL : CsTables.MT_CALL, RecordType.MT_CALL, source);
            case 3 -> decode(cdr, tag, CsTables.GATEWAY, RecordType.INCOMING_GATEWAY, source);
            case 4 -> decode(cdr, tag, CsTables.GATEWAY, RecordType.OUTGOING_GATEWAY, source);
            case 5 -> decode(cdr, tag, CsTables.TRANSIT, RecordType.TRANSIT, source);
            case 6 -> decode(cdr, tag, CsTables.MO_SMS, RecordType.MO_SMS, source);
            case 7 -> decode(cdr, tag, CsTables.MT_SMS, RecordType.MT_SMS, source);
            case FORWARDED_CALL -> decode(cdr, tag, moCall, RecordType.FORWARDED_CALL, source);
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
        if (type == RecordType.MO_SMS || type == RecordType.MT_SMS) {
            messages.describe(type, event);
        } else {
            calls.describe(type, event);
        }
        return event;
    }
}
