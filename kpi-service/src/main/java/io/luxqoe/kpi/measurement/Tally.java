package io.luxqoe.kpi.measurement;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.ByteUtils;

/**
 * What one family has measured for a key in a window. Mutable, not thread-safe; merging is commutative and associative, so
 * that windows do not depend on the order in which their parts came.
 *
 * <p>It grows as it is addressed: a tally that was written before its family gained measurements reads 0, or nothing, of
 * those.
 */
public final class Tally {

    private static final byte FORMAT = 1;
    private static final long[] NOTHING = {};
    private static final byte[] EMPTY = {};
    private static final Distribution NO_VALUES = new Distribution();
    private static final DistinctCount NOBODY = new DistinctCount();
    private static final Distribution[] NO_DISTRIBUTIONS = {};
    private static final DistinctCount[] NO_DISTINCTS = {};

    private long[] sums = NOTHING;

    /** {@link #NO_VALUES} where there is none yet. */
    private Distribution[] distributions = NO_DISTRIBUTIONS;

    /** {@link #NOBODY} where nobody was seen yet. */
    private DistinctCount[] distincts = NO_DISTINCTS;

    /** A tally of which nothing is measured yet. */
    public Tally() {}

    /** Makes room for so many measurements of each kind. */
    void reach(int sumCount, int distributionCount, int distinctCount) {
        if (sumCount > sums.length) {
            sums = Arrays.copyOf(sums, sumCount);
        }
        if (distributionCount > distributions.length) {
            int before = distributions.length;
            distributions = Arrays.copyOf(distributions, distributionCount);
            Arrays.fill(distributions, before, distributionCount, NO_VALUES);
        }
        if (distinctCount > distincts.length) {
            int before = distincts.length;
            distincts = Arrays.copyOf(distincts, distinctCount);
            Arrays.fill(distincts, before, distinctCount, NOBODY);
        }
    }

    /** Adds to a sum within {@link #reach}. */
    void add(int sum, long amount) {
        sums[sum] += amount;
    }

    /** Adds a value, by its bucket, to a distribution within {@link #reach}. */
    void record(int distribution, int bucket) {
        ownDistribution(distribution).addToBucket(bucket, 1);
    }

    /** Adds an element, by its coupon, to a distinct count within {@link #reach}. */
    void see(int distinct, int coupon) {
        ownDistinct(distinct).addCoupon(coupon);
    }

    /** A sum; 0 if nothing was added. */
    public long sum(int sum) {
        return sum < sums.length ? sums[sum] : 0;
    }

    /** A distribution, not to be changed; empty if it has no value. */
    public Distribution distribution(int distribution) {
        return distribution < distributions.length ? distributions[distribution] : NO_VALUES;
    }

    /** A distinct count, not to be changed; empty if it has seen nobody. */
    public DistinctCount distinct(int distinct) {
        return distinct < distincts.length ? distincts[distinct] : NOBODY;
    }

    /** Adds all that another tally of the family has measured. */
    public void merge(Tally other) {
        reach(other.sums.length, other.distributions.length, other.distincts.length);
        for (int i = 0; i < other.sums.length; i++) {
            sums[i] += other.sums[i];
        }
        for (int i = 0; i < other.distributions.length; i++) {
            if (!other.distributions[i].isEmpty()) {
                ownDistribution(i).merge(other.distributions[i]);
            }
        }
        for (int i = 0; i < other.distincts.length; i++) {
            if (!other.distincts[i].isEmpty()) {
                ownDistinct(i).merge(other.distincts[i]);
            }
        }
    }

    /**
     * The octets: format (1), then the number of sums and each as zigzag varint, the number of distributions and each as
     * length and octets (length 0 if empty), and the distinct counts likewise.
     */
    public byte[] toBytes() {
        List<byte[]> sketches = new ArrayList<>(distributions.length + distincts.length);
        for (Distribution each : distributions) {
            sketches.add(each.isEmpty() ? EMPTY : each.toBytes());
        }
        for (DistinctCount each : distincts) {
            sketches.add(each.isEmpty() ? EMPTY : each.toBytes());
        }
        int size = 1 + 3 * 5 + 10 * sums.length;
        for (byte[] sketch : sketches) {
            size += 5 + sketch.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).put(FORMAT);
        ByteUtils.writeUnsignedVarint(sums.length, buffer);
        for (long sum : sums) {
            ByteUtils.writeVarlong(sum, buffer);
        }
        ByteUtils.writeUnsignedVarint(distributions.length, buffer);
        write(sketches.subList(0, distributions.length), buffer);
        ByteUtils.writeUnsignedVarint(distincts.length, buffer);
        write(sketches.subList(distributions.length, sketches.size()), buffer);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /**
     * Reads what {@link #toBytes()} wrote, from a buffer's position on.
     *
     * @throws IllegalArgumentException if the octets are no tally
     */
    public static Tally read(ByteBuffer buffer) {
        byte format = buffer.get();
        if (format != FORMAT) {
            throw new IllegalArgumentException("unknown format " + format + " of a tally");
        }
        Tally tally = new Tally();
        tally.sums = new long[ByteUtils.readUnsignedVarint(buffer)];
        for (int i = 0; i < tally.sums.length; i++) {
            tally.sums[i] = ByteUtils.readVarlong(buffer);
        }
        tally.distributions = readAll(buffer).stream()
                .map(octets -> octets.length == 0 ? NO_VALUES : Distribution.fromBytes(octets))
                .toArray(Distribution[]::new);
        tally.distincts = readAll(buffer).stream()
                .map(octets -> octets.length == 0 ? NOBODY : DistinctCount.fromBytes(octets))
                .toArray(DistinctCount[]::new);
        return tally;
    }

    private static void write(List<byte[]> sketches, ByteBuffer buffer) {
        for (byte[] sketch : sketches) {
            ByteUtils.writeUnsignedVarint(sketch.length, buffer);
            buffer.put(sketch);
        }
    }

    private static List<byte[]> readAll(ByteBuffer buffer) {
        int count = ByteUtils.readUnsignedVarint(buffer);
        List<byte[]> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] octets = new byte[ByteUtils.readUnsignedVarint(buffer)];
            buffer.get(octets);
            all.add(octets);
        }
        return all;
    }

    private Distribution ownDistribution(int position) {
        if (distributions[position] == NO_VALUES) {
            distributions[position] = new Distribution();
        }
        return distributions[position];
    }

    private DistinctCount ownDistinct(int position) {
        if (distincts[position] == NOBODY) {
            distincts[position] = new DistinctCount();
        }
        return distincts[position];
    }
}
