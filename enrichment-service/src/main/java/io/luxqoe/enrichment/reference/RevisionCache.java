package io.luxqoe.enrichment.reference;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Revisions of the keys that were asked for last, in a fixed number of places: what lies in front of a table on disk.
 *
 * <p>A key is known by a hash of 128 bits, of which 64 are compared and others choose the bucket of seven places; keys
 * are pseudonyms, and so already random. A bucket is one cache line: a version, odd while the bucket changes, and the
 * hashes of its places.
 *
 * <p>Readers never wait: where a bucket changes under them they find nothing and ask the table. What a reader brings from
 * the table it may only leave if nothing has changed in the bucket since before it asked, so that no value that was
 * overtaken by {@link #replace} or {@link #forget} stays.
 */
final class RevisionCache<C> {
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** A bucket's version and its places. */
    private static final int WIDTH = 8;

    private static final int PLACES = WIDTH - 1;
    /** Places of a bucket that are in use, on average: some have more keys than others, and a read of the disk costs much. */
    private static final int FILLED = 3;

    private static final int ALL_USED = 0xFE;
    private static final long FIRST_SEED = 0x9E3779B97F4A7C15L;
    private static final long SECOND_SEED = 0xC2B2AE3D27D4EB4FL;

    private final int buckets;
    private final long[] words;
    private final @Nullable Revision<C>[] revisions;
    /** One bit a place, set since it was read; a race over it costs a wrong choice of what to drop, nothing more. */
    private final byte[] used;

    /** @param keys how many it is to hold, about */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    RevisionCache(int keys) {
        buckets = Math.max(1, keys / FILLED);
        words = new long[buckets * WIDTH];
        revisions = new Revision[buckets * WIDTH];
        used = new byte[buckets];
    }

    /** What chooses the place of a key. */
    long hash(byte[] key) {
        return hash(key, FIRST_SEED);
    }

    /** Where the bucket of a key begins. */
    int bucket(byte[] key) {
        return (int) (((hash(key, SECOND_SEED) >>> 32) * buckets) >>> 32) * WIDTH;
    }

    /** What the bucket's version is now; of no use while it changes. */
    long version(int bucket) {
        return (long) LONGS.getAcquire(words, bucket);
    }

    /** Null where the key is not here, which says nothing of the table. */
    @Nullable
    Revision<C> get(int bucket, long hash) {
        long version = version(bucket);
        for (int place = 1; place < WIDTH; place++) {
            if (words[bucket + place] == hash) {
                Revision<C> found = revisions[bucket + place];
                VarHandle.loadLoadFence();
                if (isChanging(version) || version(bucket) != version) {
                    return null;
                }
                use(bucket, place);
                return found;
            }
        }
        return null;
    }

    /**
     * Looks up several keys at once, so that the waits for the memory overlap.
     *
     * @param hashes zero for no key
     */
    void get(int[] buckets, long[] hashes, @Nullable Revision<C>[] found) {
        long[] versions = new long[buckets.length];
        for (int i = 0; i < buckets.length; i++) {
            versions[i] = version(buckets[i]);
            found[i] = revisions[buckets[i] + likely(hashes[i])];
        }
        for (int i = 0; i < buckets.length; i++) {
            int bucket = buckets[i];
            int place = likely(hashes[i]);
            boolean own = words[bucket + place] == hashes[i];
            VarHandle.loadLoadFence();
            if (own && !isChanging(versions[i]) && version(bucket) == versions[i]) {
                use(bucket, place);
            } else {
                found[i] = get(bucket, hashes[i]);
            }
        }
    }

    /** Keeps what the table said, unless the bucket has changed since it had that version. */
    void offer(int bucket, long hash, Revision<C> revision, long version) {
        if (isChanging(version) || !LONGS.compareAndSet(words, bucket, version, version + 1)) {
            return;
        }
        int place = placeFor(bucket, hash, version);
        words[bucket + place] = hash;
        revisions[bucket + place] = revision;
        use(bucket, place);
        LONGS.setRelease(words, bucket, version + 2);
    }

    /**
     * Changes the table and what is kept of the key. While the table changes nobody is given what was kept, nor leaves what
     * was read before: a reader who has seen the new revision on disk does not meet the old one here afterwards.
     *
     * @param now what the key says now, kept if there is room; null where it is gone
     * @param change changes the table
     */
    void change(int bucket, long hash, @Nullable Revision<C> now, Runnable change) {
        long version = begin(bucket);
        try {
            change.run();
        } finally {
            int place = ownOrEmpty(bucket, hash);
            if (place != 0) {
                words[bucket + place] = now == null ? 0 : hash;
                revisions[bucket + place] = now;
            }
            LONGS.setRelease(words, bucket, version + 2);
        }
    }

    /** Waits for a reader that leaves something, a few instructions long. */
    private long begin(int bucket) {
        long version = version(bucket);
        while (isChanging(version) || !LONGS.compareAndSet(words, bucket, version, version + 1)) {
            Thread.onSpinWait();
            version = version(bucket);
        }
        return version;
    }

    private static boolean isChanging(long version) {
        return (version & 1) != 0;
    }

    private void use(int bucket, int place) {
        int bit = 1 << place;
        int seen = used[bucket / WIDTH];
        if ((seen & bit) == 0) {
            used[bucket / WIDTH] = (byte) (seen | bit);
        }
    }

    /** The place that a key gets if it is empty. */
    private static int likely(long hash) {
        return 1 + (int) (((hash >>> 32) * PLACES) >>> 32);
    }

    /** The key's own place, else an empty one, else none: 0. */
    private int ownOrEmpty(int bucket, long hash) {
        int empty = words[bucket + likely(hash)] == 0 ? likely(hash) : 0;
        for (int place = 1; place < WIDTH; place++) {
            if (words[bucket + place] == hash) {
                return place;
            }
            if (words[bucket + place] == 0 && empty == 0) {
                empty = place;
            }
        }
        return empty;
    }

    /** The key's own place, else an empty one, else one that was not read lately. */
    private int placeFor(int bucket, long hash, long version) {
        int free = ownOrEmpty(bucket, hash);
        if (free != 0) {
            return free;
        }
        int first = (int) ((version >>> 1) % PLACES);
        for (int step = 0; step < PLACES; step++) {
            int place = 1 + (first + step) % PLACES;
            if ((used[bucket / WIDTH] & 1 << place) == 0) {
                return place;
            }
        }
        used[bucket / WIDTH] &= (byte) ~ALL_USED;
        return 1 + first;
    }

    /** Never zero, which is an empty place. */
    private static long hash(byte[] key, long seed) {
        long hash = seed ^ key.length;
        int at = 0;
        for (; at + Long.BYTES <= key.length; at += Long.BYTES) {
            hash = mix(hash ^ (long) WORDS.get(key, at));
        }
        long rest = 0;
        for (; at < key.length; at++) {
            rest = rest << Byte.SIZE | (key[at] & 0xFF);
        }
        hash = mix(hash ^ rest);
        return hash == 0 ? seed : hash;
    }

    private static long mix(long word) {
        long mixed = (word ^ word >>> 32) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
        return mixed ^ mixed >>> 32;
    }
}
