package io.luxqoe.decoder.file;

/** Unsigned numbers, most significant octet first. */
public final class BigEndian {
    private BigEndian() {}

    /** The number in two octets. */
    public static int two(byte[] octets, int at) {
        return (octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF);
    }

    /** The number in four octets. */
    public static long four(byte[] octets, int at) {
        return (long) two(octets, at) << 16 | two(octets, at + 2);
    }
}
