package io.luxqoe.local.simulator.cdr;

import java.util.Arrays;

/** Writes definite-length BER (ITU-T X.690) into a buffer that it reuses. */
final class BerWriter {

    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1F;
    private static final int SEQUENCE = 0x30;

    private byte[] buffer = new byte[512];
    private int length;

    /** Forgets what was written. */
    void reset() {
        length = 0;
    }

    /** What was written. */
    byte[] octets() {
        return Arrays.copyOf(buffer, length);
    }

    /** A primitive element with a context tag. */
    void element(int tag, byte[] content) {
        tag(CONTEXT, tag);
        lengthOf(content.length);
        reserve(content.length);
        System.arraycopy(content, 0, buffer, length, content.length);
        length += content.length;
    }

    /** An INTEGER or ENUMERATED with a context tag, in as few octets as two's complement allows. */
    void integer(int tag, long value) {
        int octets = 1;
        while (octets < Long.BYTES && value >> (8 * octets - 1) != 0 && value >> (8 * octets - 1) != -1) {
            octets++;
        }
        byte[] content = new byte[octets];
        for (int i = 0; i < octets; i++) {
            content[i] = (byte) (value >> (8 * (octets - 1 - i)));
        }
        element(tag, content);
    }

    /** Begins a constructed element with a context tag; give the result to {@link #end}. */
    int begin(int tag) {
        tag(CONTEXT | CONSTRUCTED, tag);
        put(0);
        return length;
    }

    /** Begins a SEQUENCE with its universal tag; give the result to {@link #end}. */
    int beginSequence() {
        put(SEQUENCE);
        put(0);
        return length;
    }

    /** Ends the element that {@code begin} began: puts in its length, moving the content where that needs room. */
    void end(int begun) {
        int content = length - begun;
        if (content < 0x80) {
            buffer[begun - 1] = (byte) content;
            return;
        }
        int more = content < 0x100 ? 1 : 2;
        reserve(more);
        System.arraycopy(buffer, begun, buffer, begun + more, content);
        buffer[begun - 1] = (byte) (0x80 | more);
        for (int i = 0; i < more; i++) {
            buffer[begun + i] = (byte) (content >> (8 * (more - 1 - i)));
        }
        length += more;
    }

    private void tag(int leading, int tag) {
        if (tag < HIGH_TAG) {
            put(leading | tag);
            return;
        }
        put(leading | HIGH_TAG);
        if (tag >= 0x80) {
            put(0x80 | tag >> 7);
        }
        put(tag & 0x7F);
    }

    private void lengthOf(int content) {
        if (content < 0x80) {
            put(content);
        } else {
            put(0x82);
            put(content >> 8);
            put(content);
        }
    }

    private void put(int octet) {
        reserve(1);
        buffer[length++] = (byte) octet;
    }

    private void reserve(int octets) {
        if (length + octets > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + octets));
        }
    }
}
