package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers as players write them: decimals of any number of digits, exponents too. */
final class Decimals {
    /** What a player writes that has no number: null, undefined, NaN, Infinity, or nothing. */
    static final double NONE = Double.NaN;

    private static final int LONGEST = 128;
    private static final long LARGEST_INTEGER = 999_999_999_999_999L; // RFC 8941 clause 3.3.1
    private static final long EXACT = 1L << 53;
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    /** Numbers have fifteen digits before the point at most (RFC 8941 clause 3.3.1); behind it players write more. */
    private static final double LEAST_TOO_LARGE = 1e15;

    private static final byte[][] NO_NUMBERS = {
        "null".getBytes(StandardCharsets.US_ASCII),
        "undefined".getBytes(StandardCharsets.US_ASCII),
        "NaN".getBytes(StandardCharsets.US_ASCII),
        "Infinity".getBytes(StandardCharsets.US_ASCII),
        "-Infinity".getBytes(StandardCharsets.US_ASCII),
        "-".getBytes(StandardCharsets.US_ASCII)
    };

    private Decimals() {}

    /** Whether the slice says that there is no value. */
    static boolean isNone(byte[] octets, int from, int to) {
        if (from == to) {
            return true;
        }
        byte first = octets[from];
        if (first >= '0' && first <= '9') {
            return false;
        }
        for (byte[] word : NO_NUMBERS) {
            if (Arrays.equals(octets, from, to, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    /** The number in the slice, or {@link #NONE}. */
    static double read(byte[] octets, int from, int to, boolean signed, CmcdKey key) throws DecodeFailure {
        if (isNone(octets, from, to)) {
            return NONE;
        }
        boolean negative = octets[from] == '-';
        if (to - from > LONGEST) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH, key.word(), "a number of more than " + LONGEST + " characters");
        }
        double value = number(octets, negative || octets[from] == '+' ? from + 1 : from, to, key);
        if (value >= LEAST_TOO_LARGE) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, key.word(), "a number of more than 15 digits");
        }
        if (negative && !signed && value != 0) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, key.word(), "less than 0");
        }
        return negative ? 0 - value : value;
    }

    private static double number(byte[] octets, int from, int to, CmcdKey key) throws DecodeFailure {
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean point = false;
        for (int at = from; at < to; at++) {
            byte octet = octets[at];
            if (octet >= '0' && octet <= '9') {
                digits++;
                decimals += point ? 1 : 0;
                mantissa = digits <= 18 ? mantissa * 10 + octet - '0' : mantissa;
            } else if (octet == '.' && !point) {
                point = true;
            } else if ((octet == 'e' || octet == 'E') && digits > 0 && isExponent(octets, at + 1, to)) {
                return parse(octets, from, to, key);
            } else {
                throw noNumber(key);
            }
        }
        if (digits == 0) {
            throw noNumber(key);
        }
        return digits <= 18 && mantissa <= EXACT && decimals < POWERS.length
                ? mantissa / POWERS[decimals]
                : parse(octets, from, to, key);
    }

    private static boolean isExponent(byte[] octets, int from, int to) {
        int at = from < to && (octets[from] == '-' || octets[from] == '+') ? from + 1 : from;
        int digits = 0;
        while (at < to && octets[at] >= '0' && octets[at] <= '9') {
            at++;
            digits++;
        }
        return at == to && digits > 0;
    }

    private static double parse(byte[] octets, int from, int to, CmcdKey key) throws DecodeFailure {
        double value = Double.parseDouble(new String(octets, from, to - from, StandardCharsets.ISO_8859_1));
        if (Double.isInfinite(value)) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, key.word(), "beyond all numbers");
        }
        return value;
    }

    private static DecodeFailure noNumber(CmcdKey key) {
        return new DecodeFailure(RejectReason.BAD_VALUE, key.word(), "no number");
    }

    /** That number as a count; a time may have a fraction, which is dropped. */
    static long integer(double value, CmcdKey key) throws DecodeFailure {
        double floor = Math.floor(value);
        if (value > LARGEST_INTEGER || (floor != value && key != CmcdKey.TS)) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, key.word(), "no integer of at most fifteen digits");
        }
        return (long) floor;
    }
}
