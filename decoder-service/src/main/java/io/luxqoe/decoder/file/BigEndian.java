package io.luxqoe.decoder.file;

/** Unsigned numbers, most significant octet first. */
final class BigEndian {
    private BigEndian() {}

    static int two(byte[] octets, int at) {
        return (octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF);
    }

    static long four(byte[] octets, int at) {
        return (long) two(octets, at) << 16 | two(octets, at + 2);
    }
}
