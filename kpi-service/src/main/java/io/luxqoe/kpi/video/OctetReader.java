package io.luxqoe.kpi.video;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link OctetWriter} wrote. What is cut short fails with {@link IndexOutOfBoundsException}. */
final class OctetReader {

    private final byte[] octets;
    private int at;

    OctetReader(byte[] octets) {
        this.octets = octets;
    }

    int octet() {
        return octets[at++] & 0xFF;
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte octet = octets[at++];
            value |= (octet & 0x7FL) << shift;
            if (octet >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("a number of more than ten octets at " + at);
    }

    String text() {
        return new String(octets(), StandardCharsets.UTF_8);
    }

    byte[] octets() {
        long length = unsigned();
        if (length < 0 || length > octets.length - at) {
            throw new IndexOutOfBoundsException(length + " octets announced at " + at + " of " + octets.length);
        }
        int from = at;
        at += (int) length;
        return Arrays.copyOfRange(octets, from, at);
    }
}
