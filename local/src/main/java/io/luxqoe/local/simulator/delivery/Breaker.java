package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.network.Framing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Breaks records so that each costs exactly one dead letter and its neighbours stay whole. Works on the outer octets of
 * charging records alone, so that a run of them can still be told apart.
 */
final class Breaker {

    /** Flips the class of the outer tag from context to private: no record type has that. */
    private static final int PRIVATE_BIT = 0x40;
    /** Flips it to universal where private is filler (FF). */
    private static final int CONTEXT_BIT = 0x80;

    private static final int NO_BCD_DIGIT = 0xC0;
    private static final int TIME_OCTETS = 9;

    private final RandomGenerator random;

    Breaker(RandomGenerator random) {
        this.random = random;
    }

    /** A broken copy of a record. */
    byte[] broken(byte[] record, Framing framing) {
        if (framing == Framing.LINES) {
            return brokenLine(record);
        }
        return switch (random.nextInt(3)) {
            case 0 -> flippedTag(record);
            case 1 -> framing == Framing.TS_32297_FILE ? cut(record) : cutInside(record);
            default -> badTime(record);
        };
    }

    /** A line, as it is or percent-encoded, with a number that is none, or of a version that there cannot be. */
    private byte[] brokenLine(byte[] line) {
        String text = new String(line, StandardCharsets.US_ASCII);
        String broken = random.nextBoolean()
                ? text.replaceFirst("(,|%2C)sn(=|%3D)", "$1sn$2x")
                : text.replaceFirst("(,|%2C)v(=|%3D)\\d", "$1v$20");
        return broken.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] flippedTag(byte[] record) {
        byte[] broken = record.clone();
        broken[0] ^= (byte) (tagOctets(record) > 1 ? CONTEXT_BIT : PRIVATE_BIT);
        return broken;
    }

    /** Ends too early; only the file's record header says how long it really is. */
    private byte[] cut(byte[] record) {
        int most = record.length - 1;
        return Arrays.copyOf(record, most / 2 + random.nextInt(most - most / 2) + 1);
    }

    /** Ends in the middle of an element, with an outer length that fits what is left. */
    private byte[] cutInside(byte[] record) {
        List<Element> elements = elements(record);
        Element last = elements.get(elements.size() / 2 + random.nextInt(elements.size() - elements.size() / 2));
        int from = contentOf(record);
        int length = last.end() - 1 - from;
        int tag = tagOctets(record);
        int more = length < 0x80 ? 0 : length < 0x100 ? 1 : 2;
        ByteBuffer broken = ByteBuffer.allocate(tag + 1 + more + length);
        broken.put(record, 0, tag);
        broken.put((byte) (more == 0 ? length : 0x80 | more));
        for (int octet = more - 1; octet >= 0; octet--) {
            broken.put((byte) (length >> (8 * octet)));
        }
        broken.put(record, from, length);
        return broken.array();
    }

    /** Puts a nibble that is no digit into the month of every time of the record. */
    private static byte[] badTime(byte[] record) {
        byte[] broken = record.clone();
        for (Element element : elements(record)) {
            int from = element.end() - TIME_OCTETS;
            if (element.length() == TIME_OCTETS && isSign(record[from + 6])) {
                broken[from + 1] |= (byte) NO_BCD_DIGIT;
            }
        }
        return broken;
    }

    private static boolean isSign(byte octet) {
        return octet == '+' || octet == '-';
    }

    /** An element directly inside the record: where its content ends, and how long that is. */
    private record Element(int end, int length) {}

    private static List<Element> elements(byte[] record) {
        List<Element> elements = new ArrayList<>();
        int at = contentOf(record);
        while (at < record.length) {
            boolean high = (record[at++] & 0x1F) == 0x1F;
            while (high && record[at++] < 0) {
                // More octets of the tag follow.
            }
            int length = record[at++] & 0xFF;
            if (length > 0x80) {
                int octets = length & 0x7F;
                length = 0;
                for (int i = 0; i < octets; i++) {
                    length = length << 8 | (record[at++] & 0xFF);
                }
            }
            at += length;
            elements.add(new Element(at, length));
        }
        return elements;
    }

    /** Where the content of the record begins. */
    private static int contentOf(byte[] record) {
        int length = tagOctets(record);
        return length + 1 + (record[length] >= 0 ? 0 : record[length] & 0x7F);
    }

    /** How many octets the outer tag has. */
    private static int tagOctets(byte[] record) {
        return (record[0] & 0x1F) == 0x1F ? 2 : 1;
    }
}
