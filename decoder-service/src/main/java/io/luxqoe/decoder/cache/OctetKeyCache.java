package io.luxqoe.decoder.cache;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A bounded cache of values by some octets, of which it keeps a copy: octets that only share a hash do not meet. */
public final class OctetKeyCache<V> {
    private static final long OFFSET = 0xCBF29CE484222325L;
    private static final long PRIME = 0x100000001B3L;

    private final LongKeyCache<Entry<V>> entries;

    private static final class Entry<V> {
        private final byte[] octets;
        private final V value;

        Entry(byte[] octets, V value) {
            this.octets = octets;
            this.value = value;
        }
    }

    /** A cache of at least {@code places} places. */
    public OctetKeyCache(int places) {
        entries = new LongKeyCache<>(places);
    }

    /** The value of the octets in the slice, if the cache holds it. */
    public @Nullable V find(byte[] octets, int from, int to) {
        Entry<V> held = entries.find(hash(octets, from, to));
        return held != null && Arrays.equals(held.octets, 0, held.octets.length, octets, from, to) ? held.value : null;
    }

    /** Keeps and returns the value of the octets in the slice. */
    public V put(byte[] octets, int from, int to, V value) {
        entries.put(hash(octets, from, to), new Entry<>(Arrays.copyOfRange(octets, from, to), value));
        return value;
    }

    /** FNV-1a, never 0. */
    private static long hash(byte[] octets, int from, int to) {
        long hash = OFFSET;
        for (int at = from; at < to; at++) {
            hash = (hash ^ (octets[at] & 0xFF)) * PRIME;
        }
        return hash == 0 ? 1 : hash;
    }
}
