package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.SourceSettings;
import java.util.regex.Pattern;

/**
 * PLMN identities in three octets, MCC2 MCC1, MNC3 MCC3, MNC2 MNC1, with MNC3 = F for an MNC of two digits (TS 24.008
 * clause 10.5.1.3). Held as these three octets in an int, most significant first.
 */
public final class Plmns {
    /** Octets of a PLMN identity. */
    public static final int LENGTH = 3;
    /** The PLMN where a record names none. */
    public static final int NONE = SourceSettings.NO_PLMN;

    private static final int NO_DIGIT = 0xF;
    private static final int MCC_LENGTH = 3;
    private static final int MNC_LENGTH = 3;
    private static final Pattern TEXT = Pattern.compile("\\d{3}-\\d{2,3}");

    private Plmns() {}

    /** Reads the three octets at {@code from}. */
    public static int read(byte[] octets, int from, String field) throws DecodeFailure {
        int plmn = (octets[from] & 0xFF) << 16 | (octets[from + 1] & 0xFF) << 8 | (octets[from + 2] & 0xFF);
        for (int nibble = 0; nibble < 6; nibble++) {
            int digit = plmn >> (4 * nibble) & 0xF;
            boolean filler = digit == NO_DIGIT && nibble == 3;
            if (digit > 9 && !filler) {
                throw new DecodeFailure(RejectReason.BAD_VALUE, field, "it has a nibble that is no digit");
            }
        }
        return plmn;
    }

    /** A PLMN written {@code mcc-mnc}. */
    public static int parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("a PLMN is written mcc-mnc, such as 208-20");
        }
        int mnc3 = text.length() > 6 ? digit(text, 6) : NO_DIGIT;
        return digit(text, 1) << 20
                | digit(text, 0) << 16
                | mnc3 << 12
                | digit(text, 2) << 8
                | digit(text, 5) << 4
                | digit(text, 4);
    }

    /** A PLMN whose MCC and MNC are decimal digits in those slices of text, three and two or three of them. */
    public static int read(byte[] text, int mcc, int mccEnd, int mnc, int mncEnd, String field) throws DecodeFailure {
        if (mccEnd - mcc != MCC_LENGTH || mncEnd - mnc < 2 || mncEnd - mnc > MNC_LENGTH) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, field, "its network is not three and two or three digits");
        }
        int mnc3 = mncEnd - mnc == MNC_LENGTH ? digit(text, mnc + 2, field) : NO_DIGIT;
        return digit(text, mcc + 1, field) << 20
                | digit(text, mcc, field) << 16
                | mnc3 << 12
                | digit(text, mcc + 2, field) << 8
                | digit(text, mnc + 1, field) << 4
                | digit(text, mnc, field);
    }

    private static int digit(byte[] text, int at, String field) throws DecodeFailure {
        int digit = text[at] - '0';
        if (digit < 0 || digit > 9) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, field, "its network has a character that is no digit");
        }
        return digit;
    }

    private static int digit(String text, int at) {
        return text.charAt(at) - '0';
    }

    /** The PLMN as {@code mcc-mnc}; empty for {@link #NONE}. */
    public static String text(int plmn) {
        if (plmn == NONE) {
            return "";
        }
        StringBuilder text = new StringBuilder(7);
        text.append(plmn >> 16 & 0xF)
                .append(plmn >> 20 & 0xF)
                .append(plmn >> 8 & 0xF)
                .append('-');
        text.append(plmn & 0xF).append(plmn >> 4 & 0xF);
        int mnc3 = plmn >> 12 & 0xF;
        return mnc3 == NO_DIGIT ? text.toString() : text.append(mnc3).toString();
    }
}
