package io.luxqoe.decoder.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One numbering: which numbers came, and which did not. It knows the highest number and, of those in a window before it,
 * which are missing; so a number that comes late is taken off its gap, and one that comes again changes nothing.
 *
 * <p>A number that is too far ahead to be believed, or further behind than the window, may be a stray or the first of a
 * numbering that began anew. The next one decides: if it follows, the numbering began anew, which is no gap; if the old
 * numbering goes on, it was a stray.
 */
final class SequenceTracker {
    private static final long NONE = -1;
    private static final int BITS = Long.SIZE;

    private final long mask;
    private final int window;
    private final long furthest;
    private final long[] missing;
    private long highest = NONE;
    private long stray = NONE;

    /**
     * What a number changed.
     *
     * @param first first of the numbers that are missing now, or the one that is no longer
     * @param missing how many numbers more are missing, -1 if one fewer
     * @param gaps how many gaps (runs of missing numbers) more there are: 1, 0 or -1
     */
    record Change(long first, long missing, int gaps) {
        static final Change NONE = new Change(0, 0, 0);
    }

    /**
     * @param bits how many bits the numbers have; 63 if they do not wrap
     * @param window numbers that are remembered, a power of two and at least 64
     * @param furthest the furthest jump ahead that is a gap
     */
    SequenceTracker(int bits, int window, long furthest) {
        this.mask = (1L << bits) - 1;
        this.window = window;
        this.furthest = furthest;
        this.missing = new long[window / BITS];
    }

    /** Notes that a number came, and says what is changed by it. */
    Change see(long sequenceNumber) {
        long number = sequenceNumber & mask;
        if (highest == NONE) {
            highest = number;
            return Change.NONE;
        }
        long ahead = distance(highest, number);
        if (ahead <= furthest) {
            stray = NONE;
            return advance(number, ahead);
        }
        return distance(number, highest) < window - 1 ? fill(number) : follow(number);
    }

    /**
     * Notes that a number came with what had come before: it may stand for what is missing or for what is next, and tells
     * nothing of a numbering that begins anew, nor of a gap wider than the window.
     */
    Change seeAgain(long sequenceNumber) {
        long number = sequenceNumber & mask;
        boolean near =
                highest != NONE && (distance(highest, number) < window || distance(number, highest) < window - 1);
        return near ? see(number) : Change.NONE;
    }

    /** The distance from one number forward to another, across the wrap where there is one. */
    private long distance(long from, long to) {
        return (to - from) & mask;
    }

    private Change advance(long number, long ahead) {
        if (ahead <= 1) {
            mark(number, false);
            highest = number;
            return Change.NONE;
        }
        long first = (highest + 1) & mask;
        if (ahead > window) {
            Arrays.fill(missing, -1);
        } else {
            for (long i = 1; i < ahead; i++) {
                mark((highest + i) & mask, true);
            }
        }
        mark(number, false);
        highest = number;
        return new Change(first, ahead - 1, 1);
    }

    private Change fill(long number) {
        if (!isMissing(number)) {
            return Change.NONE;
        }
        mark(number, false);
        int neighbours = (isMissing((number - 1) & mask) ? 1 : 0) + (isMissing((number + 1) & mask) ? 1 : 0);
        return new Change(number, -1, neighbours - 1);
    }

    private Change follow(long number) {
        long step = stray == NONE ? 0 : distance(stray, number);
        if (step == 0 || step > window) {
            stray = number;
            return Change.NONE;
        }
        Arrays.fill(missing, 0);
        highest = stray;
        stray = NONE;
        return advance(number, step);
    }

    private boolean isMissing(long number) {
        int at = (int) (number & (window - 1));
        return (missing[at / BITS] >>> at & 1) != 0;
    }

    private void mark(long number, boolean isMissing) {
        int at = (int) (number & (window - 1));
        long bit = 1L << at;
        missing[at / BITS] = isMissing ? missing[at / BITS] | bit : missing[at / BITS] & ~bit;
    }

    /** Octets that {@link #write} puts at most. */
    int maxOctets() {
        return Long.BYTES * (2 + missing.length);
    }

    /** Writes what it knows; the window is left out where nothing in it is missing. */
    void write(ByteBuffer octets) {
        octets.putLong(highest).putLong(stray);
        if (Arrays.stream(missing).anyMatch(word -> word != 0)) {
            for (long word : missing) {
                octets.putLong(word);
            }
        }
    }

    /** Reads what {@link #write} wrote, to the end of the octets. */
    void read(ByteBuffer octets) {
        highest = octets.getLong();
        stray = octets.getLong();
        Arrays.fill(missing, 0);
        for (int i = 0; i < missing.length && octets.remaining() >= Long.BYTES; i++) {
            missing[i] = octets.getLong();
        }
    }
}
