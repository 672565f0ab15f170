package io.luxqoe.enrichment.reference;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Values by short texts, for tables that do not fit into the processor's caches: a look-up waits for the memory twice at
 * once, and not six times one after the other as in a map of texts. Read by any number of threads without a lock; writers
 * wait for each other.
 *
 * <p>A key that {@link PackedKey} can hold (a TAC, a cell, a PLMN, a rating group) is two words: slot {@code i} has them at
 * {@code 2 i} and {@code 2 i + 1} of one array, and its value at {@code i} of another. The first slot follows from the key,
 * and whatever finds its slot taken lies in the next one that is free. At most half of the slots are taken: 40 to 80
 * octets a key. Other keys lie in a map.
 *
 * <p>A slot belongs to one key for as long as its arrays are in use, and is filled value last. So who sees a value sees its
 * key, and what is seen of a key never goes back: a change replaces the value, removal leaves a mark in its place. Marks
 * are left behind when the table grows into new arrays; who still reads the old ones finds what was there before.
 */
public final class KeyTable<V> {
    private static final int LEAST_SLOTS = 64;
    private static final Object REMOVED = new Object();

    private final ConcurrentHashMap<String, V> others = new ConcurrentHashMap<>();
    private volatile Slots slots = new Slots(LEAST_SLOTS);
    /** Packed keys that have a value. */
    private int packed;

    /** Null where there is none. */
    @SuppressWarnings("unchecked") // nothing else is put, and a mark is not given out
    public @Nullable V get(String key) {
        long high = PackedKey.high(key);
        long low = PackedKey.low(key);
        if (PackedKey.isNone(high, low)) {
            return others.get(key);
        }
        Object value = slots.get(high, low);
        return value == REMOVED ? null : (V) value;
    }

    /**
     * Looks up several keys at once, so that the waits for the memory overlap.
     *
     * @param keys null for none
     * @param found is given as many
     */
    public void get(@Nullable String[] keys, @Nullable Object[] found) {
        long[] words = new long[2 * keys.length];
        for (int i = 0; i < keys.length; i++) {
            String key = keys[i];
            words[2 * i] = key == null ? PackedKey.NONE : PackedKey.low(key);
            words[2 * i + 1] = key == null ? PackedKey.NONE : PackedKey.high(key);
        }
        slots.get(words, found);
        for (int i = 0; i < keys.length; i++) {
            String key = keys[i];
            if (PackedKey.isNone(words[2 * i + 1], words[2 * i])) {
                found[i] = key == null ? null : others.get(key);
            } else if (found[i] == REMOVED) {
                found[i] = null;
            }
        }
    }

    /** Replaces what there was. */
    public synchronized void put(String key, V value) {
        long high = PackedKey.high(key);
        long low = PackedKey.low(key);
        if (PackedKey.isNone(high, low)) {
            others.put(key, value);
            return;
        }
        Object before = slots.get(high, low);
        if (before == null && slots.isFull()) {
            slots = slots.grown(packed + 1);
        }
        if (before == null || before == REMOVED) {
            packed++;
        }
        slots.put(high, low, value);
    }

    /** Forgets a key, if it is there. */
    public synchronized void remove(String key) {
        long high = PackedKey.high(key);
        long low = PackedKey.low(key);
        if (PackedKey.isNone(high, low)) {
            others.remove(key);
            return;
        }
        Object before = slots.get(high, low);
        if (before != null && before != REMOVED) {
            slots.put(high, low, REMOVED);
            packed--;
        }
    }

    /** Forgets all. */
    public synchronized void clear() {
        others.clear();
        slots = new Slots(LEAST_SLOTS);
        packed = 0;
    }

    /** How many keys have a value. */
    public synchronized int size() {
        return packed + others.size();
    }

    /** The arrays; their number of slots is a power of two. */
    private static final class Slots {
        private final long[] keys;
        private final AtomicReferenceArray<@Nullable Object> values;
        private final int shift;
        /** Slots that belong to a key; touched by writers alone. */
        private int taken;

        Slots(int count) {
            keys = new long[2 * count];
            values = new AtomicReferenceArray<>(count);
            shift = Long.numberOfLeadingZeros(count - 1L);
        }

        @Nullable
        Object get(long high, long low) {
            int slot = first(high, low);
            while (true) {
                // The value first: its key was there before it.
                Object value = values.getAcquire(slot);
                if (value == null || isOf(slot, high, low)) {
                    return value;
                }
                slot = next(slot);
            }
        }

        /** The first slot of each key, and only then what those hold that found it taken by another one. */
        void get(long[] words, @Nullable Object[] found) {
            long[] differences = new long[found.length];
            for (int i = 0; i < found.length; i++) {
                int slot = first(words[2 * i + 1], words[2 * i]);
                found[i] = values.getAcquire(slot);
                differences[i] = (keys[2 * slot] ^ words[2 * i]) | (keys[2 * slot + 1] ^ words[2 * i + 1]);
            }
            for (int i = 0; i < found.length; i++) {
                if (differences[i] != 0 && found[i] != null) {
                    found[i] = get(words[2 * i + 1], words[2 * i]);
                }
            }
        }

        /** For writers. */
        void put(long high, long low, Object value) {
            int slot = first(high, low);
            while (values.getPlain(slot) != null && !isOf(slot, high, low)) {
                slot = next(slot);
            }
            if (values.getPlain(slot) == null) {
                keys[2 * slot] = low;
                keys[2 * slot + 1] = high;
                taken++;
            }
            values.setRelease(slot, value);
        }

        boolean isFull() {
            return 2 * taken >= values.length();
        }

        /** The same without marks, with room for so many keys and as many more. */
        Slots grown(int count) {
            Slots grown = new Slots(Math.max(LEAST_SLOTS, Integer.highestOneBit(count) << 2));
            for (int slot = 0; slot < values.length(); slot++) {
                Object value = values.getPlain(slot);
                if (value != null && value != REMOVED) {
                    grown.put(keys[2 * slot + 1], keys[2 * slot], value);
                }
            }
            return grown;
        }

        private int first(long high, long low) {
            return (int) (PackedKey.hash(high, low) >>> shift);
        }

        private int next(int slot) {
            return slot + 1 & values.length() - 1;
        }

        private boolean isOf(int slot, long high, long low) {
            return keys[2 * slot] == low && keys[2 * slot + 1] == high;
        }
    }
}
