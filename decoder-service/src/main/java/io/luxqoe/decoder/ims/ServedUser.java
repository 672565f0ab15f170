package io.luxqoe.decoder.ims;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.ber.FieldSpans;
import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.identity.DeviceTypes;
import io.luxqoe.decoder.identity.HomePlmns;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.number.PartyNumbers;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.schemas.NetworkEvent;

/**
 * What an event says of the served user in place of identities. The list of subscription ids goes before, then the party
 * that the node's role makes the served one; an IMSI also comes in the private user identity that is derived of it (TS
 * 23.003 clause 13.3). What is no such identity is passed over.
 */
final class ServedUser {
    private static final int TYPE = 0;
    private static final int DATA = 1;
    private static final int MOST_IDS = 16;
    private static final int LEAST_IMSI = 6;
    private static final int LONGEST_IMSI = 15;
    private static final int IMEI_OCTETS = 8;
    private static final int TAC_LENGTH = 8;

    private final Pseudonyms pseudonyms;
    private final PartyNumbers numbers;
    private final ImsRecord record;
    private final FieldSpans<ImsField> spans;
    private final HomePlmns homePlmns = new HomePlmns();
    private final DeviceTypes deviceTypes = new DeviceTypes();
    private final Digits digits = new Digits();
    private final PartyAddress address = new PartyAddress();
    private final BerCursor list = new BerCursor();
    private final BerCursor element = new BerCursor();

    /** Where the data of the type that was looked for lies. */
    private int dataFrom;

    private int dataTo;

    ServedUser(Pseudonyms pseudonyms, PartyNumbers numbers, ImsRecord record) {
        this.pseudonyms = pseudonyms;
        this.numbers = numbers;
        this.record = record;
        this.spans = record.fields().spans();
    }

    /**
     * Adds what the record at hand says of its user.
     *
     * @param role the role in which the node serves one of the parties, {@link ImsRecord#NOT_SAID} if it serves none
     */
    void describe(int role, NetworkEvent event) throws DecodeFailure {
        event.setPseudonymKeyId(pseudonyms.keyId());
        nameByAddress(role, event);
        nameByImsi(event);
        describeDevice(event);
    }

    private void nameByAddress(int role, NetworkEvent event) throws DecodeFailure {
        if (findSubscription(SubscriptionType.E164)) {
            PartyAddress.Kind kind = address.read(spans.octets(), dataFrom, dataTo, SubscriptionType.ISDN_E164);
            if (kind == PartyAddress.Kind.NUMBER) {
                name(address, event);
                return;
            }
        }
        if (role != ImsRecord.NOT_SAID) {
            ImsField party = role == ImsRecord.ORIGINATING ? ImsField.CALLING_PARTIES : ImsField.CALLED_PARTY;
            if (record.address(party) != PartyAddress.Kind.NOBODY) {
                name(record.address(), event);
            }
        }
        if (event.getSubscriber() == null && findSubscription(SubscriptionType.SIP_URI)) {
            address.read(spans.octets(), dataFrom, dataTo, 0);
            name(address, event);
        }
    }

    private void name(PartyAddress party, NetworkEvent event) throws DecodeFailure {
        if (party.kind() == PartyAddress.Kind.NUMBER) {
            numbers.nameText(
                    event,
                    party.octets(),
                    party.from(),
                    party.to(),
                    party.isInternational(),
                    ImsField.SUBSCRIPTION_IDS.fieldName());
        } else if (party.kind() == PartyAddress.Kind.IDENTITY) {
            pseudonyms.nameByIdentity(event, party.octets(), party.from(), party.to());
        }
    }

    private void nameByImsi(NetworkEvent event) throws DecodeFailure {
        boolean found = findSubscription(SubscriptionType.IMSI) || findDerived();
        if (!found || !isText(dataFrom, dataTo)) {
            return;
        }
        if (digits.length() >= LEAST_IMSI && digits.length() <= LONGEST_IMSI && digits.isDecimal()) {
            pseudonyms.nameByImsi(event, digits);
            event.setHomePlmn(homePlmns.of(digits));
        }
    }

    /** Finds an identity that is derived of an IMSI. */
    private boolean findDerived() throws DecodeFailure {
        ImsField field = ImsField.PRIVATE_USER_ID;
        boolean derived = (spans.has(field) && address.takeImsi(spans.octets(), spans.start(field), spans.end(field)))
                || (findSubscription(SubscriptionType.PRIVATE) && address.takeImsi(spans.octets(), dataFrom, dataTo))
                || (findSubscription(SubscriptionType.NAI) && address.takeImsi(spans.octets(), dataFrom, dataTo));
        dataFrom = address.from();
        dataTo = address.to();
        return derived;
    }

    /** Finds the subscription id of that type (SubscriptionIDType of TS 32.298). */
    private boolean findSubscription(int type) throws DecodeFailure {
        ImsField field = ImsField.SUBSCRIPTION_IDS;
        if (!spans.has(field)) {
            return false;
        }
        list.over(spans.octets(), spans.start(field), spans.end(field));
        for (int i = 0; i < MOST_IDS && list.next(); i++) {
            if (list.isConstructed() && readTyped(list.valueStart(), list.valueEnd()) == type && dataFrom < dataTo) {
                return true;
            }
        }
        return false;
    }

    /** Reads a SET {type [0], data [1]}: returns its type. */
    private int readTyped(int from, int to) throws DecodeFailure {
        int type = ImsRecord.NOT_SAID;
        dataFrom = to;
        dataTo = to;
        element.over(spans.octets(), from, to);
        while (element.next()) {
            if (element.isContext(TYPE) && element.valueLength() == 1) {
                type = spans.octets()[element.valueStart()];
            } else if (element.isContext(DATA) && !element.isConstructed()) {
                dataFrom = element.valueStart();
                dataTo = element.valueEnd();
            }
        }
        return type;
    }

    /** The type of device by its IMEI: in TBCD or as text, or in an instance id (RFC 7254) urn:gsma:imei:35143210-565187-0. */
    private void describeDevice(NetworkEvent event) throws DecodeFailure {
        ImsField equipment = ImsField.EQUIPMENT_NUMBER;
        if (spans.has(equipment) && readTyped(spans.start(equipment), spans.end(equipment)) == 0) {
            boolean tbcd = dataTo - dataFrom == IMEI_OCTETS;
            if (tbcd ? isTbcd() : isText(dataFrom, dataTo)) {
                setTac(event);
            }
        }
        ImsField instance = ImsField.INSTANCE_ID;
        if (event.getDeviceTac() == null && spans.has(instance)) {
            int at = imeiOfInstance(spans.start(instance), spans.end(instance));
            if (at + TAC_LENGTH <= spans.end(instance) && isText(at, at + TAC_LENGTH)) {
                setTac(event);
            }
        }
    }

    private boolean isTbcd() {
        try {
            digits.readTbcd(spans.octets(), dataFrom, dataTo, ImsField.EQUIPMENT_NUMBER.fieldName());
            return true;
        } catch (DecodeFailure none) {
            return false;
        }
    }

    /** Whether the slice is digits as text, which are taken on. */
    private boolean isText(int from, int to) {
        try {
            digits.readText(spans.octets(), from, to, ImsField.SUBSCRIPTION_IDS.fieldName());
            return true;
        } catch (DecodeFailure none) {
            return false;
        }
    }

    private void setTac(NetworkEvent event) throws DecodeFailure {
        if (digits.length() >= TAC_LENGTH && digits.isDecimal()) {
            event.setDeviceTac(deviceTypes.tacOf(digits, ImsField.EQUIPMENT_NUMBER.fieldName()));
        }
    }

    /** Where the IMEI begins in an instance id, or its end. */
    private int imeiOfInstance(int from, int to) {
        String marker = "gsma:imei:";
        for (int at = from; at + marker.length() <= to; at++) {
            int i = 0;
            while (i < marker.length() && (spans.octets()[at + i] | 0x20) == (marker.charAt(i) | 0x20)) {
                i++;
            }
            if (i == marker.length()) {
                return at + i;
            }
        }
        return to;
    }

    /** SubscriptionIDType of TS 32.298 clause 5.1.1. */
    private static final class SubscriptionType {
        static final int E164 = 0;
        static final int IMSI = 1;
        static final int SIP_URI = 2;
        static final int NAI = 3;
        static final int PRIVATE = 4;
        /** The alternative of InvolvedParty that writes numbers the same way. */
        static final int ISDN_E164 = 3;
    }
}
