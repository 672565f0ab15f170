package io.luxqoe.decoder.digits;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import java.nio.charset.StandardCharsets;

/**
 * The digits of one number in a buffer that is used again: a telephone number is classified and pseudonymised without
 * ever becoming a string.
 */
public final class Digits {
    /** The longest number read: more than any numbering plan has, prefixes included. */
    public static final int MAX_LENGTH = 40;

    private static final byte[] SYMBOLS = "0123456789*#abc".getBytes(StandardCharsets.US_ASCII);
    private static final int FILLER = 0xF;
    private static final int PACKABLE = 15;

    private final byte[] symbols = new byte[MAX_LENGTH];
    private int length;
    private long packed;

    /** Forgets the digits. */
    public Digits clear() {
        length = 0;
        packed = 0;
        return this;
    }

    /**
     * Reads TBCD (TS 29.002 clause 17.7.8): low nibble first, filler F at the end only.
     *
     * @param field name of the field, for the failure
     */
    public Digits readTbcd(byte[] octets, int from, int to, String field) throws DecodeFailure {
        clear();
        if ((to - from) * 2 > MAX_LENGTH) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, field, "more than " + MAX_LENGTH + " digits");
        }
        int whole = to;
        while (whole > from && (octets[whole - 1] & 0xF0) == 0xF0) {
            whole--; // from the last octets with a filler on, digits are looked at one by one
        }
        int count = 0;
        long bits = 0;
        for (int at = from; at < whole; at++) {
            int low = octets[at] & 0xF;
            int high = octets[at] >> 4 & 0xF;
            if (low == FILLER || high == FILLER) {
                throw new DecodeFailure(RejectReason.BAD_VALUE, field, "a digit after the filler");
            }
            symbols[count++] = SYMBOLS[low];
            symbols[count++] = SYMBOLS[high];
            bits = bits << 8 | low << 4 | high;
        }
        length = count;
        packed = bits;
        if (whole < to && (octets[whole] & 0xF) != FILLER) {
            append(octets[whole++] & 0xF);
        }
        for (int at = whole; at < to; at++) {
            if ((octets[at] & 0xFF) != 0xFF) {
                throw new DecodeFailure(RejectReason.BAD_VALUE, field, "a digit after the filler");
            }
        }
        return this;
    }

    /**
     * Reads decimal digits written as text; blanks, hyphens, dots and brackets between them are passed over.
     *
     * @param field name of the field, for the failure
     */
    public Digits readText(byte[] octets, int from, int to, String field) throws DecodeFailure {
        clear();
        for (int at = from; at < to; at++) {
            byte symbol = octets[at];
            if (symbol >= '0' && symbol <= '9') {
                if (length == MAX_LENGTH) {
                    throw new DecodeFailure(RejectReason.BAD_LENGTH, field, "more than " + MAX_LENGTH + " digits");
                }
                append(symbol - '0');
            } else if (symbol != ' ' && symbol != '-' && symbol != '.' && symbol != '(' && symbol != ')') {
                throw new DecodeFailure(RejectReason.BAD_VALUE, field, "not decimal digits");
            }
        }
        return this;
    }

    /** Takes on {@code prefix} (decimal digits) and then the digits of {@code other} from {@code from} on. */
    public Digits set(String prefix, Digits other, int from) {
        clear();
        for (int i = 0; i < prefix.length(); i++) {
            append(prefix.charAt(i) - '0');
        }
        for (int i = from; i < other.length; i++) {
            append(nibbleOf(other.symbols[i]));
        }
        return this;
    }

    private void append(int nibble) {
        if (length < MAX_LENGTH) {
            symbols[length++] = SYMBOLS[nibble];
            packed = packed << 4 | nibble;
        }
    }

    private static int nibbleOf(byte symbol) {
        if (symbol >= '0' && symbol <= '9') {
            return symbol - '0';
        }
        return switch (symbol) {
            case '*' -> 10;
            case '#' -> 11;
            default -> symbol - 'a' + 12;
        };
    }

    /** How many digits. */
    public int length() {
        return length;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The symbol at {@code index}: a digit, {@code *}, {@code #}, {@code a}, {@code b} or {@code c}. */
    public char at(int index) {
        return (char) symbols[index];
    }

    /** Whether the digits begin with {@code prefix}. */
    public boolean startsWith(String prefix) {
        if (prefix.length() > length) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (symbols[i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether every symbol is a decimal digit. */
    public boolean isDecimal() {
        for (int i = 0; i < length; i++) {
            if (symbols[i] < '0' || symbols[i] > '9') {
                return false;
            }
        }
        return true;
    }

    /** The digits as one number that no other digits have; 0 where there are none or more than fifteen. */
    public long packed() {
        return length == 0 || length > PACKABLE ? 0 : (long) length << 60 | packed;
    }

    /** Copies the symbols as ASCII to {@code target} at {@code offset}; returns how many they are. */
    public int copyTo(byte[] target, int offset) {
        System.arraycopy(symbols, 0, target, offset, length);
        return length;
    }

    /** The symbols from {@code from} to {@code to}, exclusive. */
    public String substring(int from, int to) {
        return new String(symbols, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** All symbols. */
    @Override
    public String toString() {
        return substring(0, length);
    }
}
