package io.luxqoe.kpi.measurement;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What one event adds, measured once and then added to the {@link Tally} of each axis. Mutable and reused: cleared between
 * two events.
 */
public final class Contribution {

    private Measurement.Kind[] kinds = new Measurement.Kind[16];
    private int[] positions = new int[16];
    private long[] values = new long[16];
    private int size;

    /** Forgets the event before. */
    public void clear() {
        size = 0;
    }

    /** Adds 1 to a sum. */
    public void count(int sum) {
        add(sum, 1);
    }

    /** Adds to a sum. */
    public void add(int sum, long amount) {
        if (amount != 0) {
            append(Measurement.Kind.SUM, sum, amount);
        }
    }

    /** Adds a value to a distribution. */
    public void record(int distribution, long value) {
        append(Measurement.Kind.DISTRIBUTION, distribution, value);
    }

    /** Adds an element, by its {@linkplain DistinctCount#hash hash}, to a distinct count. */
    public void see(int distinct, long hash) {
        append(Measurement.Kind.DISTINCT, distinct, hash);
    }

    /** Adds all of it to a tally. */
    public void addTo(Tally tally) {
        for (int i = 0; i < size; i++) {
            switch (kinds[i]) {
                case SUM -> tally.add(positions[i], values[i]);
                case DISTRIBUTION -> tally.record(positions[i], values[i]);
                case DISTINCT -> tally.see(positions[i], values[i]);
            }
        }
    }

    /** What it adds to one measurement, in the order in which it was added. */
    LongStream values(Measurement.Kind kind, int position) {
        return IntStream.range(0, size)
                .filter(i -> kinds[i] == kind && positions[i] == position)
                .mapToLong(i -> values[i]);
    }

    private void append(Measurement.Kind kind, int position, long value) {
        if (size == positions.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        kinds[size] = kind;
        positions[size] = position;
        values[size] = value;
        size++;
    }
}
