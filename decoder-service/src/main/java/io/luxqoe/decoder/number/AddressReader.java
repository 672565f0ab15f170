package io.luxqoe.decoder.number;

import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.raw.DecodeFailure;

/** Reads the forms in which records write a number: type and plan octet, then digits in TBCD. */
final class AddressReader {
    private static final int EXTENSION = 0x80;
    private static final int E164 = 1;
    private static final int ALPHANUMERIC = 5;
    private static final int LEAST_COUNTED_DIGITS = 3;

    private final Digits digits = new Digits();
    private int typeOfNumber;
    private int numberingPlan;

    /** BCDDirectoryNumber: where the extension bit of the first octet is 0, octet 3a with presentation follows. */
    void readDirectoryNumber(byte[] octets, int from, int to, String field) throws DecodeFailure {
        if (empty(from, to)) {
            return;
        }
        readType(octets[from]);
        boolean octet3a = (octets[from] & EXTENSION) == 0;
        readDigits(octets, Math.min(octet3a ? from + 2 : from + 1, to), to, field);
    }

    /** AddressString (TS 29.002 clause 17.7.8): the first octet is never extended. */
    void readAddress(byte[] octets, int from, int to, String field) throws DecodeFailure {
        if (empty(from, to)) {
            return;
        }
        readType(octets[from]);
        readDigits(octets, from + 1, to, field);
    }

    /**
     * An address field of TS 23.040 clause 9.1.2.5 begins with the number of its digits; writers leave that octet away
     * or not.
     */
    void readMessageAddress(byte[] octets, int from, int to, String field) throws DecodeFailure {
        boolean counted = to - from > 2
                && octets[from] >= LEAST_COUNTED_DIGITS
                && (octets[from] + 1) / 2 == to - from - 2
                && (octets[from + 1] & EXTENSION) != 0;
        if (counted) {
            readAddress(octets, from + 1, to, field);
        } else {
            readDirectoryNumber(octets, from, to, field);
        }
    }

    /**
     * An MSISDN is an AddressString, but there are writers that leave its first octet away. It is there if it has the
     * extension bit and names the plan E.164, as every MSISDN must.
     */
    void readMsisdn(byte[] octets, int from, int to, String field) throws DecodeFailure {
        if (empty(from, to)) {
            return;
        }
        boolean typed = (octets[from] & EXTENSION) != 0 && (octets[from] & 0xF) == E164;
        if (typed) {
            readAddress(octets, from, to, field);
        } else {
            typeOfNumber = TypeOfNumber.UNKNOWN;
            numberingPlan = E164;
            digits.readTbcd(octets, from, to, field);
        }
    }

    /** An MSISDN written as text: international behind a plus, else of a type that is not said. */
    void readTextMsisdn(byte[] octets, int from, int to, String field) throws DecodeFailure {
        if (empty(from, to)) {
            return;
        }
        boolean plus = octets[from] == '+';
        typeOfNumber = plus ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.UNKNOWN;
        numberingPlan = E164;
        digits.readText(octets, plus ? from + 1 : from, to, field);
    }

    /** Digits written as text, with country code if {@code international}. */
    void readText(byte[] octets, int from, int to, boolean international, String field) throws DecodeFailure {
        typeOfNumber = international ? TypeOfNumber.INTERNATIONAL : TypeOfNumber.UNKNOWN;
        numberingPlan = E164;
        digits.readText(octets, from, to, field);
    }

    private boolean empty(int from, int to) {
        typeOfNumber = TypeOfNumber.UNKNOWN;
        numberingPlan = 0;
        digits.clear();
        return from >= to;
    }

    private void readType(byte octet) {
        typeOfNumber = octet >> 4 & 7;
        numberingPlan = octet & 0xF;
    }

    private void readDigits(byte[] octets, int from, int to, String field) throws DecodeFailure {
        if (typeOfNumber == ALPHANUMERIC) {
            return; // letters of the GSM alphabet (TS 23.038), no number
        }
        digits.readTbcd(octets, from, to, field);
    }

    Digits digits() {
        return digits;
    }

    int typeOfNumber() {
        return typeOfNumber;
    }

    int numberingPlan() {
        return numberingPlan;
    }
}
