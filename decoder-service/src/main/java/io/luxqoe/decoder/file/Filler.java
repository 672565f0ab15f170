package io.luxqoe.decoder.file;

/** Octets that writers put between and after records: 00 and FF. */
final class Filler {
    private Filler() {}

    /** The first position from {@code from} on that is no filler, or {@code to}. */
    static int skip(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && (octets[at] == 0 || octets[at] == (byte) 0xFF)) {
            at++;
        }
        return at;
    }
}
