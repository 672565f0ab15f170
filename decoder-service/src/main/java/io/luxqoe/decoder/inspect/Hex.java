package io.luxqoe.decoder.inspect;

import java.util.HexFormat;

/** Octets for people. */
final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();
    private static final int SHOWN = 64;

    private Hex() {}

    /** The octets in hexadecimal, the first ones if they are many. */
    static String of(byte[] octets, int from, int to) {
        int end = Math.min(to, from + SHOWN);
        String hex = FORMAT.formatHex(octets, from, end);
        return end < to ? hex + "... (" + (to - from) + " octets)" : hex;
    }
}
