package io.luxqoe.kpi.video;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes octets that {@link OctetReader} reads: numbers in groups of seven bits, the least first; texts with their length. */
final class OctetWriter {

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream(256);

    OctetWriter octet(int value) {
        octets.write(value);
        return this;
    }

    /** Any number; small ones of either sign are short. */
    OctetWriter signed(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    /** A number from 0, else nine octets or ten. */
    OctetWriter unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octets.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        octets.write((int) rest);
        return this;
    }

    OctetWriter text(String text) {
        return octets(text.getBytes(StandardCharsets.UTF_8));
    }

    OctetWriter octets(byte[] value) {
        unsigned(value.length);
        octets.writeBytes(value);
        return this;
    }

    byte[] toBytes() {
        return octets.toByteArray();
    }
}
