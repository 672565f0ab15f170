package io.luxqoe.decoder.cs;

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
final class ServedSubscriber {
    private static final int LEAST_IMSI = 6;
    private static final int LONGEST_IMSI = 15;

    private final Pseudonyms pseudonyms;
    private final PartyNumbers numbers;
    private final HomePlmns homePlmns = new HomePlmns();
    private final DeviceTypes deviceTypes = new DeviceTypes();
    private final Digits digits = new Digits();

    ServedSubscriber(Pseudonyms pseudonyms, PartyNumbers numbers) {
        this.pseudonyms = pseudonyms;
        this.numbers = numbers;
    }

    void describe(FieldSpans<CsField> spans, NetworkEvent event) throws DecodeFailure {
        event.setPseudonymKeyId(pseudonyms.keyId());
        if (spans.hasContent(CsField.SERVED_MSISDN)) {
            CsField field = CsField.SERVED_MSISDN;
            event.setMsisdn(
                    numbers.servedPseudonym(spans.octets(), spans.start(field), spans.end(field), field.fieldName()));
        }
        if (spans.hasContent(CsField.SERVED_IMEI)) {
            event.setDeviceTac(deviceTypes.tacOf(read(spans, CsField.SERVED_IMEI), CsField.SERVED_IMEI.fieldName()));
        }
        event.setSubscriber(event.getMsisdn());
        if (spans.hasContent(CsField.SERVED_IMSI)) {
            describeImsi(read(spans, CsField.SERVED_IMSI), event);
        }
    }

    private void describeImsi(Digits imsi, NetworkEvent event) throws DecodeFailure {
        if (imsi.isEmpty()) {
            return;
        }
        if (imsi.length() < LEAST_IMSI || imsi.length() > LONGEST_IMSI || !imsi.isDecimal()) {
            throw new DecodeFailure(
                    RejectReason.BAD_VALUE,
                    CsField.SERVED_IMSI.fieldName(),
                    "not " + LEAST_IMSI + " to " + LONGEST_IMSI + " decimal digits");
        }
        event.setSubscriber(pseudonyms.ofImsi(imsi));
        event.setHomePlmn(homePlmns.of(imsi));
    }

    private Digits read(FieldSpans<CsField> spans, CsField field) throws DecodeFailure {
        return digits.readTbcd(spans.octets(), spans.start(field), spans.end(field), field.fieldName());
    }
}
