package io.luxqoe.decoder.cache;

/**
 * A bounded cache of 128-bit values by non-zero key, as {@link LongKeyCache} but without an object for each value: the
 * two entries that a key may have take a line of memory, and the garbage collector has nothing to do. It grows with what
 * it holds, up to its bound.
 */
public final class LongPairCache {
    /** {@link #find} found nothing. */
    public static final int NONE = -1;

    /** Key, high half, low half; the fourth makes two entries as long as a line of memory. */
    private static final int ENTRY = 4;

    private static final int LEAST_BITS = 10;

    private final int mostBits;
    private int bits;
    private long[] entries;
    private int used;

    /** A cache of at least {@code places} places when it is fully grown, rounded up to a power of two. */
    public LongPairCache(int places) {
        mostBits = 32 - Integer.numberOfLeadingZeros(Math.max(places, 2) - 1);
        bits = Math.min(LEAST_BITS, mostBits);
        entries = new long[ENTRY << bits];
    }

    /** Where the value of {@code key} (not 0) is until the next {@link #put}, or {@link #NONE}. */
    public int find(long key) {
        int first = place(key);
        if (entries[first] == key) {
            return first;
        }
        return entries[first + ENTRY] == key ? first + ENTRY : NONE;
    }

    /** First 64 bits of the value at {@code found}. */
    public long high(int found) {
        return entries[found + 1];
    }

    /** Last 64 bits of the value at {@code found}. */
    public long low(int found) {
        return entries[found + 2];
    }

    /** Keeps the value of {@code key} (not 0), which it does not hold yet, in place of the elder of two others. */
    public void put(long key, long high, long low) {
        if (bits < mostBits && used > 1 << (bits - 1)) {
            grow();
        }
        int first = place(key);
        used += entries[first + ENTRY] == 0 ? 1 : 0;
        System.arraycopy(entries, first, entries, first + ENTRY, ENTRY);
        entries[first] = key;
        entries[first + 1] = high;
        entries[first + 2] = low;
    }

    private void grow() {
        long[] old = entries;
        bits++;
        entries = new long[ENTRY << bits];
        used = 0;
        for (int at = 0; at < old.length; at += ENTRY) {
            if (old[at] != 0) {
                put(old[at], old[at + 1], old[at + 2]);
            }
        }
    }

    private int place(long key) {
        return ((int) ((key * 0x9E3779B97F4A7C15L) >>> (64 - bits)) & ~1) * ENTRY;
    }
}
