package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.identity.DeviceTypes;
import io.luxqoe.decoder.identity.HomePlmns;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.NetworkEvent;

/** What an event says in place of an IMSI and other identities, however a record writes them. */
public final class Identities {
    private static final int LEAST_IMSI = 6;
    /** Fifteen by ITU-T E.212; there are writers that fill the last nibble of the eight octets, too. */
    private static final int LONGEST_IMSI = 16;

    private final Pseudonyms pseudonyms;
    private final HomePlmns homePlmns = new HomePlmns();
    private final DeviceTypes deviceTypes = new DeviceTypes();

    /** Names subscribers with these pseudonyms. */
    public Identities(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Sets the key that an event's subscriber is named with, be there one or not. */
    public void nameKey(NetworkEvent event) {
        event.setPseudonymKeyId(pseudonyms.keyId());
    }

    /** Sets subscriber and home network of an event by an IMSI; sets nothing where that has no digits. */
    public void nameByImsi(NetworkEvent event, Digits imsi, String field) throws DecodeFailure {
        if (imsi.isEmpty()) {
            return;
        }
        if (imsi.length() < LEAST_IMSI || imsi.length() > LONGEST_IMSI || !imsi.isDecimal()) {
            throw new DecodeFailure(
                    RejectReason.BAD_VALUE, field, "not " + LEAST_IMSI + " to " + LONGEST_IMSI + " decimal digits");
        }
        pseudonyms.nameByImsi(event, imsi);
        event.setHomePlmn(homePlmns.of(imsi));
    }

    /** Sets the subscriber of an event by an identity that is no number. */
    public void nameByIdentity(NetworkEvent event, byte[] octets, int from, int to) {
        pseudonyms.nameByIdentity(event, octets, from, to);
    }

    /** Sets the device type of an event by an IMEI or IMEISV. */
    public void describeEquipment(NetworkEvent event, Digits imei, String field) throws DecodeFailure {
        event.setDeviceTac(deviceTypes.tacOf(imei, field));
    }
}
