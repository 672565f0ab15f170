package io.luxqoe.kpi.measurement;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How values are distributed, in {@link LogBuckets}: percentiles within 1 % of the true value, mergeable. State and
 * octets depend only on which values were added, not on their order nor on how they were split and merged. Not for use by
 * several threads.
 *
 * <p>Octets: version (1), then for each bucket that holds a value, ascending, two unsigned LEB128 numbers: how many
 * buckets it lies above the one before (the first: above bucket -1), and how many values it holds. About two octets for
 * each bucket, at most some 2,000 buckets; values between {@code a} and {@code b} fill at most 50 ln(b/a) of them.
 */
public final class Distribution {

    private static final byte VERSION = 1;
    private static final long[] NONE = {};

    /** A bucket and its count share a long, so that a bucket costs eight octets: 11 bits and 53 bits. */
    private static final int COUNT_BITS = 53;

    private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

    /** Most octets of one bucket: two for the distance, eight for a count of 53 bits. */
    private static final int MOST_OCTETS = 10;

    private long[] buckets = NONE;
    private int size;
    private long count;

    /**
     * Adds one value.
     *
     * @param value 0 or more, in the unit of the measurement; less than 0 (a clock that went back) counts as 0
     */
    public void add(long value) {
        add(value, 1);
    }

    /**
     * Adds a value several times.
     *
     * @param value 0 or more, in the unit of the measurement; less than 0 counts as 0
     * @param times 0 or more, fewer than 2^53 in all
     * @throws IllegalArgumentException if {@code times} is below 0, or 2^53 and more
     */
    public void add(long value, long times) {
        addToBucket(LogBuckets.of(value), times);
    }

    /** Adds a value, by its bucket, several times. */
    void addToBucket(int bucket, long times) {
        if (times < 0 || times > COUNT_MASK - count) {
            throw new IllegalArgumentException("a distribution holds 0 to 2^53 - 1 values, not " + times + " more");
        }
        if (times == 0) {
            return;
        }
        int index = indexOf(bucket);
        if (index < 0) {
            index = -index - 1;
            ensureCapacity(size + 1);
            System.arraycopy(buckets, index, buckets, index + 1, size - index);
            buckets[index] = (long) bucket << COUNT_BITS;
            size++;
        }
        buckets[index] += times;
        count += times;
    }

    /**
     * Adds all values of another one, which stays as it is.
     *
     * @throws IllegalArgumentException if both together hold 2^53 values or more
     */
    public void merge(Distribution other) {
        if (other.count > COUNT_MASK - count) {
            throw new IllegalArgumentException("a distribution holds at most 2^53 - 1 values");
        }
        int to = size + other.size - shared(other);
        ensureCapacity(to);
        int mine = size - 1;
        int theirs = other.size - 1;
        size = to;
        // from the back, so that nothing is overwritten before it has been moved
        while (theirs >= 0) {
            int order = mine < 0 ? -1 : Integer.compare(bucketAt(mine), other.bucketAt(theirs));
            long bucket = order >= 0 ? buckets[mine--] : 0;
            if (order == 0) {
                bucket += other.buckets[theirs--] & COUNT_MASK;
            } else if (order < 0) {
                bucket = other.buckets[theirs--];
            }
            buckets[--to] = bucket;
        }
        count += other.count;
    }

    /** Number of values. */
    public long count() {
        return count;
    }

    /** Whether no value was added. */
    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * The value at a quantile: of rank ceil(q count) in ascending order, the least for 0.
     *
     * @param q from 0 to 1, so 0.95 for the 95th percentile
     * @return within 1 % of the true value, exact up to 49; NaN if there is none
     * @throws IllegalArgumentException if {@code q} is not from 0 to 1
     */
    public double quantile(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("a quantile is from 0 to 1, not " + q);
        }
        if (count == 0) {
            return Double.NaN;
        }
        double exact = q * count;
        long rank = Math.max(1, (long) Math.ceil(exact - exact * 1e-12)); // 0.07 * 100 is a little more than 7
        int index = 0;
        long seen = buckets[0] & COUNT_MASK;
        while (seen < rank) {
            seen += buckets[++index] & COUNT_MASK;
        }
        return LogBuckets.middle(bucketAt(index));
    }

    /** The octets, see {@link Distribution}; equal for equal values. */
    public byte[] toBytes() {
        ByteBuffer octets = ByteBuffer.allocate(1 + size * MOST_OCTETS).put(VERSION);
        int before = -1;
        for (int i = 0; i < size; i++) {
            putVarint(octets, bucketAt(i) - before);
            putVarint(octets, buckets[i] & COUNT_MASK);
            before = bucketAt(i);
        }
        return Arrays.copyOf(octets.array(), octets.position());
    }

    /**
     * The distribution of these octets.
     *
     * @throws IllegalArgumentException if they are of another version or damaged
     */
    public static Distribution fromBytes(byte[] octets) {
        if (octets.length == 0 || octets[0] != VERSION) {
            throw new IllegalArgumentException("not a distribution of version 1");
        }
        Distribution distribution = new Distribution();
        ByteBuffer in = ByteBuffer.wrap(octets, 1, octets.length - 1);
        distribution.ensureCapacity(in.remaining() / 2);
        long bucket = -1;
        while (in.hasRemaining()) {
            long distance = varint(in);
            long times = varint(in);
            bucket += distance;
            if (distance == 0 || bucket >= LogBuckets.COUNT || times == 0 || times > COUNT_MASK - distribution.count) {
                throw new IllegalArgumentException(
                        "a distribution with a bucket that cannot be, before octet " + in.position());
            }
            distribution.buckets[distribution.size++] = bucket << COUNT_BITS | times;
            distribution.count += times;
        }
        return distribution;
    }

    private int bucketAt(int index) {
        return (int) (buckets[index] >>> COUNT_BITS);
    }

    /** Its index, or less than 0: -1 less where it belongs. Without branches on what it finds, which nobody can foretell. */
    private int indexOf(int bucket) {
        int low = 0;
        for (int left = size; left > 1; ) {
            int half = left >>> 1;
            low = bucketAt(low + half - 1) < bucket ? low + half : low;
            left -= half;
        }
        if (low < size && bucketAt(low) < bucket) {
            low++;
        }
        return low < size && bucketAt(low) == bucket ? low : -low - 1;
    }

    private int shared(Distribution other) {
        int shared = 0;
        int mine = 0;
        for (int theirs = 0; theirs < other.size && mine < size; theirs++) {
            int bucket = other.bucketAt(theirs);
            while (mine < size && bucketAt(mine) < bucket) {
                mine++;
            }
            if (mine < size && bucketAt(mine) == bucket) {
                shared++;
            }
        }
        return shared;
    }

    private void ensureCapacity(int needed) {
        if (needed > buckets.length) {
            buckets = Arrays.copyOf(
                    buckets, Math.min(LogBuckets.COUNT, Math.max(needed, buckets.length + buckets.length / 2 + 2)));
        }
    }

    private static void putVarint(ByteBuffer out, long value) {
        long rest = value;
        while (rest > 0x7F) {
            out.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long varint(ByteBuffer in) {
        try {
            long value = 0;
            for (int shift = 0; shift < 56; shift += 7) {
                byte octet = in.get();
                value |= (long) (octet & 0x7F) << shift;
                if (octet >= 0) {
                    return value;
                }
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a distribution that ends within a bucket", e);
        }
        throw new IllegalArgumentException("a distribution with a number of more than eight octets");
    }
}
