package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.schemas.NetworkEvent;

/** What an event says of the served subscriber in place of IMSI, MSISDN and IMEI. */
public final class ServedSubscriber<F extends Enum<F> & BerField> {
    private final Identities identities;
    private final PartyNumbers numbers;
    private final Digits digits = new Digits();
    private final F imsi;
    private final F imei;
    private final F msisdn;

    /** Reads the three identities from those fields of a record. */
    public ServedSubscriber(Pseudonyms pseudonyms, PartyNumbers numbers, F imsi, F imei, F msisdn) {
        this.imsi = imsi;
        this.imei = imei;
        this.msisdn = msisdn;
        this.identities = new Identities(pseudonyms);
        this.numbers = numbers;
    }

    /** Adds what the record whose fields these are says of its subscriber. */
    public void describe(FieldSpans<F> spans, NetworkEvent event) throws DecodeFailure {
        identities.nameKey(event);
        if (spans.hasContent(msisdn)) {
            numbers.nameServed(event, spans.octets(), spans.start(msisdn), spans.end(msisdn), msisdn.fieldName());
        }
        if (spans.hasContent(imei)) {
            identities.describeEquipment(event, read(spans, imei), imei.fieldName());
        }
        if (spans.hasContent(imsi)) {
            identities.nameByImsi(event, read(spans, imsi), imsi.fieldName());
        }
    }

    private Digits read(FieldSpans<F> spans, F field) throws DecodeFailure {
        return digits.readTbcd(spans.octets(), spans.start(field), spans.end(field), field.fieldName());
    }
}
