package io.luxqoe.decoder.cache;

import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A bounded cache of values by non-zero primitive key. Each key has two neighbouring places: a newcomer takes the first,
 * whoever held that moves to the second, and who held the second is forgotten; so nothing is ever counted or scanned.
 */
public final class LongKeyCache<V> {
    private final long[] keys;
    private final @Nullable Object[] values;
    private final int shift;

    /** A cache of at least {@code places} places, rounded up to a power of two. */
    public LongKeyCache(int places) {
        int bits = 32 - Integer.numberOfLeadingZeros(Math.max(places, 2) - 1);
        keys = new long[1 << bits];
        values = new Object[1 << bits];
        shift = 64 - bits;
    }

    /** The value of {@code key} (not 0), made by {@code make} if the cache does not hold it. */
    public V get(long key, LongFunction<V> make) {
        V held = find(key);
        return held != null ? held : put(key, make.apply(key));
    }

    /** The value of {@code key} (not 0), if the cache holds it. */
    @SuppressWarnings("unchecked")
    public @Nullable V find(long key) {
        int first = place(key);
        if (keys[first] == key) {
            return (V) values[first];
        }
        return keys[first + 1] == key ? (V) values[first + 1] : null;
    }

    /** Keeps and returns the value of {@code key} (not 0). */
    public V put(long key, V value) {
        int first = place(key);
        if (keys[first] != key) {
            keys[first + 1] = keys[first];
            values[first + 1] = values[first];
        }
        keys[first] = key;
        values[first] = value;
        return value;
    }

    private int place(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift) & ~1;
    }
}
