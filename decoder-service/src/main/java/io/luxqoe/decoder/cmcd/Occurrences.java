package io.luxqoe.decoder.cmcd;

import java.util.Arrays;

/**
 * How often the same octets came before in a raw record. Told by a hash of 64 bits: if two texts ever share one, the second
 * has an id of its own all the same. Grows with the number of records.
 */
final class Occurrences {
    private static final int SMALLEST = 256;
    private static final int LARGEST_KEPT = 16_384;

    private long[] hashes = new long[SMALLEST];
    private int[] counts = new int[SMALLEST];
    private int held;

    /** Forgets all. */
    void clear() {
        if (hashes.length > LARGEST_KEPT) {
            hashes = new long[SMALLEST];
            counts = new int[SMALLEST];
        } else if (held > 0) {
            Arrays.fill(counts, 0);
        }
        held = 0;
    }

    /** Counts the slice; returns how often it came before. */
    int count(byte[] octets, int from, int to) {
        if (held * 2 >= hashes.length) {
            grow();
        }
        int place = place(hash(octets, from, to));
        return counts[place]++;
    }

    private int place(long hash) {
        int mask = hashes.length - 1;
        int place = (int) (hash >>> 20) & mask;
        while (counts[place] != 0 && hashes[place] != hash) {
            place = (place + 1) & mask;
        }
        if (counts[place] == 0) {
            hashes[place] = hash;
            held++;
        }
        return place;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        counts = new int[oldHashes.length * 2];
        held = 0;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldCounts[i] != 0) {
                counts[place(oldHashes[i])] = oldCounts[i];
            }
        }
    }

    private static long hash(byte[] octets, int from, int to) {
        long hash = to - from;
        for (int at = from; at < to; at++) {
            hash = (hash ^ octets[at]) * 0x100000001B3L;
        }
        hash *= 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 32;
    }
}
