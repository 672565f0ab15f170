package io.luxqoe.decoder.ber;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;

/** INTEGER and ENUMERATED: two's complement, most significant octet first (X.690 clauses 8.3, 8.4). */
public final class BerInteger {
    private static final int MAX_OCTETS = 8;

    private BerInteger() {}

    /** Reads the integer in the slice and checks its range, both bounds included. */
    public static long read(byte[] octets, int from, int to, String field, long least, long most) throws DecodeFailure {
        int length = to - from;
        if (length < 1 || length > MAX_OCTETS) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, field, "an integer of " + length + " octets");
        }
        long value = octets[from];
        for (int at = from + 1; at < to; at++) {
            value = value << 8 | (octets[at] & 0xFF);
        }
        if (value < least || value > most) {
            throw new DecodeFailure(RejectReason.BAD_VALUE, field, "outside its range of " + least + " to " + most);
        }
        return value;
    }
}
