package io.luxqoe.decoder.cmcd;

import java.util.Arrays;

/** Octets that are put together, in one buffer used again. It grows with the longest report and no further. */
final class Buffer {
    private byte[] octets = new byte[1024];
    private int length;

    Buffer clear() {
        length = 0;
        return this;
    }

    void add(int octet) {
        if (length == octets.length) {
            octets = Arrays.copyOf(octets, length * 2);
        }
        octets[length++] = (byte) octet;
    }

    void add(byte[] from, int start, int end) {
        int size = end - start;
        if (length + size > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(length + size, length * 2));
        }
        System.arraycopy(from, start, octets, length, size);
        length += size;
    }

    /** Adds a text in UTF-8. */
    void add(String text) {
        for (int at = 0; at < text.length(); at++) {
            int character = text.codePointAt(at);
            addCharacter(character);
            at += Character.charCount(character) - 1;
        }
    }

    /** Adds a character in UTF-8; half a surrogate pair as the replacement character. */
    void addCharacter(int character) {
        if (character < 0x80) {
            add(character);
        } else if (character < 0x800) {
            add(0xC0 | (character >> 6));
            add(0x80 | (character & 0x3F));
        } else if (character >= 0xD800 && character < 0xE000) {
            addCharacter(0xFFFD);
        } else if (character < 0x10000) {
            add(0xE0 | (character >> 12));
            add(0x80 | (character >> 6 & 0x3F));
            add(0x80 | (character & 0x3F));
        } else {
            add(0xF0 | (character >> 18));
            add(0x80 | (character >> 12 & 0x3F));
            add(0x80 | (character >> 6 & 0x3F));
            add(0x80 | (character & 0x3F));
        }
    }

    /** Forgets what lies beyond that length. */
    void cut(int newLength) {
        length = Math.min(length, Math.max(newLength, 0));
    }

    byte[] octets() {
        return octets;
    }

    int length() {
        return length;
    }
}
