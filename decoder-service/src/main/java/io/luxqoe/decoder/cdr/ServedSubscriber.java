package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerField;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.identity.DeviceTypes;
import io.luxqoe.decoder.identity.HomePlmns;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.NetworkEvent;

/** What an event says of the served subscriber in place of IMSI, MSISDN and IMEI. */
public final class ServedSubscriber<F extends Enum<F> & BerField> {
    private static final int LEAST_IMSI = 6;
    /** Fifteen by ITU-T E.212; there are writers that fill the last nibble of the eight octets, too. */
    private static final int LONGEST_IMSI = 16;

    private final Pseudonyms pseudonyms;
    private final PartyNumbers numbers;
    private final HomePlmns homePlmns = new HomePlmns();
    private final DeviceTypes deviceTypes = new DeviceTypes();
    private final Digits digits = new Digits();
    private final F imsi;
    private final F imei;
    private final F msisdn;

    /** Reads the three identities from those fields of a record. */
    public ServedSubscriber(Pseudonyms pseudonyms, PartyNumbers numbers, F imsi, F imei, F msisdn) {
        this.imsi = imsi;
        this.imei = imei;
        this.msisdn = msisdn;
        this.pseudonyms = pseudonyms;
        this.numbers = numbers;
    }

    /** Adds what the record whose fields these are says of its subscriber. */
    public void describe(FieldSpans<F> spans, NetworkEvent event) throws DecodeFailure {
        event.setPseudonymKeyId(pseudonyms.keyId());
        if (spans.hasContent(msisdn)) {
            numbers.nameServed(event, spans.octets(), spans.start(msisdn), spans.end(msisdn), msisdn.fieldName());
        }
        if (spans.hasContent(imei)) {
            event.setDeviceTac(deviceTypes.tacOf(read(spans, imei), imei.fieldName()));
        }
        if (spans.hasContent(imsi)) {
            describeImsi(read(spans, imsi), event);
        }
    }

    private void describeImsi(Digits digitsOfImsi, NetworkEvent event) throws DecodeFailure {
        if (digitsOfImsi.isEmpty()) {
            return;
        }
        if (digitsOfImsi.length() < LEAST_IMSI || digitsOfImsi.length() > LONGEST_IMSI || !digitsOfImsi.isDecimal()) {
            throw new DecodeFailure(
                    RejectReason.BAD_VALUE,
                    imsi.fieldName(),
                    "not " + LEAST_IMSI + " to " + LONGEST_IMSI + " decimal digits");
        }
        pseudonyms.nameByImsi(event, digitsOfImsi);
        event.setHomePlmn(homePlmns.of(digitsOfImsi));
    }

    private Digits read(FieldSpans<F> spans, F field) throws DecodeFailure {
        return digits.readTbcd(spans.octets(), spans.start(field), spans.end(field), field.fieldName());
    }
}
