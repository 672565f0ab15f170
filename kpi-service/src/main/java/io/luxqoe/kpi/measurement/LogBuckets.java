package io.luxqoe.kpi.measurement;

import java.util.Arrays;

/**
 * The buckets of a {@link Distribution}: whole numbers from 0 on, each bucket so wide that its middle lies within 1 % of
 * everything in it. Up to 49 every number has a bucket of its own; from there on a bucket of lower bound {@code l} ends at
 * {@code l + floor(2 l / 99)}, since (1 + 1 %) / (1 - 1 %) = 101 / 99. All {@code long}s need some two thousand.
 *
 * <p>The bounds follow from whole numbers alone, so every machine puts a value into the same bucket: a logarithm may
 * differ by a unit in its last place from one processor to another.
 */
final class LogBuckets {

    private static final int BITS = 64;

    /** Greatest value of each bucket, ascending; the last is {@link Long#MAX_VALUE}. */
    private static final long[] UPPER = uppers();

    /** Number of buckets. */
    static final int COUNT = UPPER.length;

    /** Bucket of the least number with so many leading zeros. */
    private static final int[] FIRST = firstOfEachPower();

    private LogBuckets() {}

    /** Bucket of a value; values below 0 count as 0. */
    static int of(long value) {
        if (value <= 0) {
            return 0;
        }
        int zeros = Long.numberOfLeadingZeros(value);
        int found = Arrays.binarySearch(UPPER, FIRST[zeros], Math.min(FIRST[zeros - 1] + 1, COUNT), value);
        return found >= 0 ? found : -found - 1;
    }

    /** The value that stands for a bucket: within 1 % of each of its values. */
    static double middle(int bucket) {
        if (bucket == 0) {
            return 0;
        }
        double lower = UPPER[bucket - 1] + 1.0;
        double upper = UPPER[bucket];
        return 2 * lower * upper / (lower + upper);
    }

    private static long[] uppers() {
        long[] uppers = new long[4096];
        int size = 1; // the bucket of 0 alone
        while (uppers[size - 1] < Long.MAX_VALUE) {
            long lower = uppers[size - 1] + 1;
            long width = lower / 99 * 2 + lower % 99 * 2 / 99;
            uppers[size++] = lower > Long.MAX_VALUE - width ? Long.MAX_VALUE : lower + width;
        }
        return Arrays.copyOf(uppers, size);
    }

    private static int[] firstOfEachPower() {
        int[] first = new int[BITS];
        first[0] = COUNT - 1;
        for (int zeros = 1; zeros < BITS; zeros++) {
            int found = Arrays.binarySearch(UPPER, 1L << (BITS - 1 - zeros));
            first[zeros] = found >= 0 ? found : -found - 1;
        }
        return first;
    }
}
