package io.luxqoe.decoder.number;

import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.decoder.digits.DigitStrings;
import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.PartyNumber;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a record: read from octets, classed by the numbering plan, and given out with digits only where they are no
 * person's. Keeps buffers and belongs to one thread.
 */
public final class PartyNumbers {
    private static final int REMEMBERED = 4096;
    private static final int LEAST_MSISDN = 5;
    private static final int LONGEST_MSISDN = 17; // fifteen of E.164 behind 00

    private final NumberingPlan plan;
    private final Pseudonyms pseudonyms;
    private final DigitStrings strings = new DigitStrings(REMEMBERED);
    /** By their octets, since a record has two or three that nearly all have. */
    private final LongKeyCache<String> addresses = new LongKeyCache<>(REMEMBERED);

    private final AddressReader reader = new AddressReader();
    private final Digits e164 = new Digits();

    /** Numbers under these rules, with these pseudonyms. */
    public PartyNumbers(NumberingRules rules, Pseudonyms pseudonyms) {
        plan = new NumberingPlan(rules);
        this.pseudonyms = pseudonyms;
    }

    /**
     * A calling, dialled, translated or connected number: BCDDirectoryNumber (TS 24.008 clauses 10.5.4.7, 10.5.4.9).
     *
     * @param emergencyCall whether the call was set up as an emergency call, whatever the digits
     */
    public PartyNumber party(byte[] octets, int from, int to, boolean emergencyCall, String field)
            throws DecodeFailure {
        reader.readDirectoryNumber(octets, from, to, field);
        return classify(emergencyCall);
    }

    /** The destination of a short message: an address field of TS 23.040 clause 9.1.2.5, with its length or without. */
    public PartyNumber destination(byte[] octets, int from, int to, String field) throws DecodeFailure {
        reader.readMessageAddress(octets, from, to, field);
        return classify(false);
    }

    /**
     * A number written as text, as in a tel URI (RFC 3966).
     *
     * @param international whether it begins with a country code
     * @param emergencyCall whether the call was set up as an emergency call, whatever the digits
     */
    public PartyNumber text(byte[] octets, int from, int to, boolean international, boolean emergencyCall, String field)
            throws DecodeFailure {
        readText(octets, from, to, international, field);
        return classify(emergencyCall);
    }

    /** A country code may be there without being said so. */
    private void readText(byte[] octets, int from, int to, boolean international, String field) throws DecodeFailure {
        reader.readText(octets, from, to, international, field);
        if (!international && plan.isWholeE164(reader.digits())) {
            reader.readText(octets, from, to, true, field);
        }
    }

    /** A party by an identity that is no number, such as a SIP URI: nothing but its pseudonym. */
    public PartyNumber identity(byte[] octets, int from, int to, boolean emergencyCall) {
        NumberClass numberClass = emergencyCall ? NumberClass.EMERGENCY : NumberClass.UNKNOWN;
        return new PartyNumber(numberClass, null, pseudonyms.ofIdentity(octets, from, to), null, 0, 0);
    }

    /** Sets MSISDN and subscriber of an event by a number written as text; sets nothing where that has no digits. */
    public void nameText(NetworkEvent event, byte[] octets, int from, int to, boolean international, String field)
            throws DecodeFailure {
        readText(octets, from, to, international, field);
        if (!reader.digits().isEmpty()) {
            pseudonyms.nameByMsisdn(event, servedE164(reader.digits()));
        }
    }

    /** The called party of an emergency call that names none. */
    public static PartyNumber emergencyWithoutNumber() {
        return new PartyNumber(NumberClass.EMERGENCY, null, null, null, 0, 0);
    }

    /** A served MSISDN as a party: with its class and its pseudonym, never with digits. */
    public PartyNumber served(byte[] octets, int from, int to, String field) throws DecodeFailure {
        reader.readMsisdn(octets, from, to, field);
        Digits number = reader.digits();
        NumberClass numberClass = NumberClass.UNKNOWN;
        String country = null;
        int national = servedNationalStart(number);
        if (national != NumberingPlan.NONE) {
            numberClass = plan.nationalClass(number, national);
        } else if (plan.isInternational(number, reader.typeOfNumber())) {
            numberClass = NumberClass.INTERNATIONAL;
            country = CountryCodes.of(toE164(number));
        }
        return new PartyNumber(
                numberClass, null, pseudonymOfServed(number), country, reader.typeOfNumber(), reader.numberingPlan());
    }

    /** Sets MSISDN and subscriber of an event by a served MSISDN; sets nothing where that has no digits. */
    public void nameServed(NetworkEvent event, byte[] octets, int from, int to, String field) throws DecodeFailure {
        reader.readMsisdn(octets, from, to, field);
        if (!reader.digits().isEmpty()) {
            pseudonyms.nameByMsisdn(event, servedE164(reader.digits()));
        }
    }

    /** Sets MSISDN and subscriber of an event by a served MSISDN written as text, {@code +} or not before its country code. */
    public void nameServedText(NetworkEvent event, byte[] text, int from, int to, String field) throws DecodeFailure {
        reader.readTextMsisdn(text, from, to, field);
        Digits number = reader.digits();
        if (number.length() < LEAST_MSISDN || number.length() > LONGEST_MSISDN) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH, field, "not " + LEAST_MSISDN + " to " + LONGEST_MSISDN + " digits");
        }
        pseudonyms.nameByMsisdn(event, servedE164(number));
    }

    private @Nullable String pseudonymOfServed(Digits number) {
        return number.isEmpty() ? null : pseudonyms.ofMsisdn(servedE164(number));
    }

    private Digits servedE164(Digits number) {
        int national = servedNationalStart(number);
        return national == NumberingPlan.NONE ? toE164(number) : e164.set(plan.countryCode(), number, national);
    }

    /** An MSISDN has a country code even where its type is not said. */
    private int servedNationalStart(Digits number) {
        int national = nationalStart(number);
        boolean unsaid = national == NumberingPlan.NONE && reader.typeOfNumber() == TypeOfNumber.UNKNOWN;
        return unsaid && plan.isWholeE164(number) ? plan.countryCode().length() : national;
    }

    /** Address of a network element: its digits as they are. */
    public @Nullable String address(byte[] octets, int from, int to, String field) throws DecodeFailure {
        long key = octetsAsKey(octets, from, to);
        String held = key == 0 ? null : addresses.find(key);
        if (held != null) {
            return held;
        }
        reader.readAddress(octets, from, to, field);
        if (reader.digits().isEmpty()) {
            return null;
        }
        String address = reader.digits().toString();
        return key == 0 ? address : addresses.put(key, address);
    }

    /** The octets as one number that no others have; 0 where there are none or more than seven. */
    private static long octetsAsKey(byte[] octets, int from, int to) {
        if (to - from > Long.BYTES - 1) {
            return 0;
        }
        long key = to - from;
        for (int at = from; at < to; at++) {
            key = key << 8 | (octets[at] & 0xFF);
        }
        return key;
    }

    /** An emergency call is one whatever was dialled, but what was dialled may still be a person's. */
    private PartyNumber classify(boolean emergencyCall) {
        PartyNumber party = classifyDigits();
        if (emergencyCall) {
            party.setNumberClass(NumberClass.EMERGENCY);
        }
        return party;
    }

    private PartyNumber classifyDigits() {
        Digits number = reader.digits();
        if (plan.isEmergency(number)) {
            return kept(NumberClass.EMERGENCY, number);
        }
        if (number.isEmpty()) {
            return party(NumberClass.UNKNOWN, null, null, null);
        }
        int national = nationalStart(number);
        if (national != NumberingPlan.NONE) {
            return classifyNational(number, national);
        }
        if (plan.isInternational(number, reader.typeOfNumber())) {
            Digits international = toE164(number);
            String country = CountryCodes.of(international);
            return party(NumberClass.INTERNATIONAL, null, pseudonyms.ofMsisdn(international), country);
        }
        NumberClass undecorated = plan.undecoratedClass(number);
        return NumberingPlan.keepsDigits(undecorated)
                ? kept(undecorated, number)
                : party(undecorated, null, pseudonyms.ofMsisdn(number), null);
    }

    private PartyNumber classifyNational(Digits number, int from) {
        NumberClass numberClass = plan.nationalClass(number, from);
        return NumberingPlan.keepsDigits(numberClass)
                ? kept(numberClass, e164.set(plan.nationalPrefix(), number, from))
                : party(numberClass, null, pseudonyms.ofMsisdn(e164.set(plan.countryCode(), number, from)), null);
    }

    /** Where the national significant number begins, whether the number is written with country code or without. */
    private int nationalStart(Digits number) {
        int typeOfNumber = reader.typeOfNumber();
        if (!plan.isInternational(number, typeOfNumber)) {
            return plan.nationalStart(number, typeOfNumber);
        }
        int country = plan.internationalStart(number, typeOfNumber);
        return plan.hasCountryCode(number, country)
                ? country + plan.countryCode().length()
                : NumberingPlan.NONE;
    }

    private Digits toE164(Digits number) {
        int start = plan.internationalStart(number, reader.typeOfNumber());
        return start == 0 ? number : e164.set("", number, start);
    }

    private PartyNumber kept(NumberClass numberClass, Digits number) {
        return party(numberClass, number.isEmpty() ? null : strings.of(number), null, null);
    }

    private PartyNumber party(
            NumberClass numberClass, @Nullable String digits, @Nullable String pseudonym, @Nullable String country) {
        return new PartyNumber(numberClass, digits, pseudonym, country, reader.typeOfNumber(), reader.numberingPlan());
    }
}
