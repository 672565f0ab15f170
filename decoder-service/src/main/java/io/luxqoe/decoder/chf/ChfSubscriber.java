package io.luxqoe.decoder.chf;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.BerInteger;
import io.luxqoe.decoder.cdr.Identities;
import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.schemas.NetworkEvent;
import java.nio.charset.StandardCharsets;

/**
 * Who a CHF record is about: SubscriptionID, InvolvedParty and SubscriberEquipmentNumber of TS 32.298 clause 5.1.1, with
 * the identities of TS 29.571 clause 5.3.2 in them ({@code imsi-…}, {@code msisdn-…}, {@code nai-…}). A NAI that is built
 * from an IMSI names the same subscriber as that does.
 */
final class ChfSubscriber {
    private static final int TYPE = 0;
    private static final int DATA = 1;
    private static final int END_USER_E164 = 0;
    private static final int END_USER_IMSI = 1;
    private static final int TEL_URI = 1;
    private static final int ISDN_E164 = 3;
    private static final int IMEISV = 0;
    private static final int IMEI_OCTETS = 8;
    private static final int IMSI_LENGTH = 15;

    private static final byte[] IMSI_PREFIX = ascii("imsi-");
    private static final byte[] MSISDN_PREFIX = ascii("msisdn-");
    private static final byte[] NAI_PREFIX = ascii("nai-");
    private static final byte[] TEL_PREFIX = ascii("tel:");
    private static final byte[] SIP_PREFIX = ascii("sip:");
    private static final byte[] IMEI_PREFIX = ascii("imei-");
    private static final byte[] IMEISV_PREFIX = ascii("imeisv-");

    private final BerCursor set = new BerCursor();
    private final Digits digits = new Digits();
    private final Identities identities;
    private final PartyNumbers numbers;

    /** What the text of an identity is, unless its own prefix says otherwise. */
    private enum Kind {
        IMSI,
        MSISDN,
        OTHER
    }

    ChfSubscriber(Identities identities, PartyNumbers numbers) {
        this.identities = identities;
        this.numbers = numbers;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Names the subscriber of an event by the SubscriptionID in the slice. */
    void nameBySubscription(NetworkEvent event, byte[] octets, int from, int to, String field) throws DecodeFailure {
        int type = -1;
        int start = to;
        int end = to;
        set.over(octets, from, to);
        while (set.next()) {
            if (set.isContext(TYPE)) {
                type = (int) BerInteger.read(octets, set.valueStart(), set.valueEnd(), field, 0, 255);
            } else if (set.isContext(DATA) && !set.isConstructed()) {
                start = set.valueStart();
                end = set.valueEnd();
            }
        }
        name(event, octets, start, end, type == END_USER_E164 ? Kind.MSISDN : orOther(type == END_USER_IMSI), field);
    }

    private static Kind orOther(boolean isImsi) {
        return isImsi ? Kind.IMSI : Kind.OTHER;
    }

    /** Names the subscriber of an event by the InvolvedParty in the slice. */
    void nameByParty(NetworkEvent event, byte[] octets, int from, int to, String field) throws DecodeFailure {
        set.over(octets, from, to);
        if (set.next() && set.tagClass() == BerCursor.CONTEXT && !set.isConstructed()) {
            boolean isNumber = set.tagNumber() == TEL_URI || set.tagNumber() == ISDN_E164;
            name(event, octets, set.valueStart(), set.valueEnd(), isNumber ? Kind.MSISDN : Kind.OTHER, field);
        }
    }

    private void name(NetworkEvent event, byte[] octets, int from, int to, Kind kind, String field)
            throws DecodeFailure {
        if (begins(octets, from, to, IMSI_PREFIX)) {
            nameByImsi(event, octets, from + IMSI_PREFIX.length, to, field);
        } else if (begins(octets, from, to, MSISDN_PREFIX)) {
            nameByNumber(event, octets, from + MSISDN_PREFIX.length, to, field);
        } else if (begins(octets, from, to, NAI_PREFIX)) {
            nameByNai(event, octets, from + NAI_PREFIX.length, to, field);
        } else if (begins(octets, from, to, TEL_PREFIX)) {
            nameByNumber(event, octets, from + TEL_PREFIX.length, endOfNumber(octets, from, to), field);
        } else if (begins(octets, from, to, SIP_PREFIX)) {
            nameByNai(event, octets, from + SIP_PREFIX.length, to, field);
        } else if (kind == Kind.IMSI) {
            nameByImsi(event, octets, from, to, field);
        } else if (kind == Kind.MSISDN) {
            nameByNumber(event, octets, from, to, field);
        } else {
            nameByNai(event, octets, from, to, field);
        }
    }

    private void nameByImsi(NetworkEvent event, byte[] octets, int from, int to, String field) throws DecodeFailure {
        identities.nameByImsi(event, digits.readText(octets, from, to, field), field);
    }

    private void nameByNumber(NetworkEvent event, byte[] octets, int from, int to, String field) throws DecodeFailure {
        if (from < to) {
            numbers.nameServedText(event, octets, from, to, field);
        }
    }

    /** The user part of a NAI is an IMSI behind one digit that names the way of authentication (TS 23.003 clause 19.3). */
    private void nameByNai(NetworkEvent event, byte[] octets, int from, int to, String field) throws DecodeFailure {
        int end = from;
        while (end < to && octets[end] >= '0' && octets[end] <= '9') {
            end++;
        }
        boolean hasRealm = end < to && octets[end] == '@';
        if (hasRealm && end - from == IMSI_LENGTH) {
            nameByImsi(event, octets, from, end, field);
        } else if (hasRealm && end - from == IMSI_LENGTH + 1) {
            nameByImsi(event, octets, from + 1, end, field);
        } else if (from < to) {
            identities.nameByIdentity(event, octets, from, to);
        }
    }

    /** Parameters of a tel URI follow a semicolon (RFC 3966). */
    private static int endOfNumber(byte[] octets, int from, int to) {
        int end = from;
        while (end < to && octets[end] != ';') {
            end++;
        }
        return end;
    }

    /** Tells the device type of an event by the SubscriberEquipmentNumber in the slice. */
    void describeEquipment(NetworkEvent event, byte[] octets, int from, int to, String field) throws DecodeFailure {
        int type = IMEISV;
        int start = to;
        int end = to;
        set.over(octets, from, to);
        while (set.next()) {
            if (set.isContext(TYPE)) {
                type = (int) BerInteger.read(octets, set.valueStart(), set.valueEnd(), field, 0, 255);
            } else if (set.isContext(DATA) && !set.isConstructed()) {
                start = set.valueStart();
                end = set.valueEnd();
            }
        }
        if (type != IMEISV || start == end) {
            return;
        }
        if (begins(octets, start, end, IMEI_PREFIX)) {
            start += IMEI_PREFIX.length;
        } else if (begins(octets, start, end, IMEISV_PREFIX)) {
            start += IMEISV_PREFIX.length;
        } else if (end - start <= IMEI_OCTETS) {
            identities.describeEquipment(event, digits.readTbcd(octets, start, end, field), field);
            return;
        }
        identities.describeEquipment(event, digits.readText(octets, start, end, field), field);
    }

    private static boolean begins(byte[] octets, int from, int to, byte[] prefix) {
        if (to - from < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (octets[from + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }
}
