package io.luxqoe.kpi.measurement;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What one event adds, measured once and then added to the {@link Tally} of each axis: whatever is the same on all axes,
 * such as the bucket of a value, is found here. Mutable and reused: cleared between two events.
 */
public final class Contribution {

    private final Entries sums = new Entries();
    private final Entries distributions = new Entries();
    private final Entries distincts = new Entries();

    /** Forgets the event before. */
    public void clear() {
        sums.clear();
        distributions.clear();
        distincts.clear();
    }

    /** Adds 1 to a sum. */
    public void count(int sum) {
        add(sum, 1);
    }

    /** Adds to a sum. */
    public void add(int sum, long amount) {
        if (amount != 0) {
            sums.append(sum, amount, 0);
        }
    }

    /** Adds a value to a distribution. */
    public void record(int distribution, long value) {
        distributions.append(distribution, value, LogBuckets.of(value));
    }

    /** Adds an element, by its {@linkplain DistinctCount#hash hash}, to a distinct count. */
    public void see(int distinct, long hash) {
        distincts.append(distinct, hash, Coupon.of(hash));
    }

    /** Adds all of it to a tally. */
    public void addTo(Tally tally) {
        tally.reach(sums.reach, distributions.reach, distincts.reach);
        for (int i = 0; i < sums.size; i++) {
            tally.add(sums.positions[i], sums.values[i]);
        }
        for (int i = 0; i < distributions.size; i++) {
            tally.record(distributions.positions[i], distributions.places[i]);
        }
        for (int i = 0; i < distincts.size; i++) {
            tally.see(distincts.positions[i], distincts.places[i]);
        }
    }

    /** What it adds to one measurement, in the order in which it was added. */
    LongStream values(Measurement.Kind kind, int position) {
        Entries entries =
                switch (kind) {
                    case SUM -> sums;
                    case DISTRIBUTION -> distributions;
                    case DISTINCT -> distincts;
                };
        return IntStream.range(0, entries.size)
                .filter(i -> entries.positions[i] == position)
                .mapToLong(i -> entries.values[i]);
    }

    /** What is added to measurements of one kind. */
    private static final class Entries {
        private int[] positions = new int[8];
        private long[] values = new long[8];
        /** Buckets or coupons of the values. */
        private int[] places = new int[8];

        private int size;
        /** One more than the greatest position. */
        private int reach;

        void clear() {
            size = 0;
            reach = 0;
        }

        void append(int position, long value, int place) {
            if (size == positions.length) {
                positions = Arrays.copyOf(positions, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
                places = Arrays.copyOf(places, 2 * size);
            }
            positions[size] = position;
            values[size] = value;
            places[size] = place;
            size++;
            reach = Math.max(reach, position + 1);
        }
    }
}
