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
    private static final Distribution NO_VALUES = new Distribution();
    private static final DistinctCount NOBODY = new DistinctCount();

    private long[] sums = NOTHING;
    private final List<Distribution> distributions = new ArrayList<>(0);
    private final List<DistinctCount> distincts = new ArrayList<>(0);

    /** A tally of which nothing is measured yet. */
    public Tally() {}

    /** Adds to a sum. */
    void add(int sum, long amount) {
        if (sum >= sums.length) {
            sums = Arrays.copyOf(sums, sum + 1);
        }
        sums[sum] += amount;
    }

    /** Adds a value to a distribution. */
    void record(int distribution, long value) {
        grow(distribution).add(value);
    }

    /** Adds an element, by its {@linkplain DistinctCount#hash hash}, to a distinct count. */
    void see(int distinct, long hash) {
        growDistinct(distinct).add(hash);
    }

    /** A sum; 0 if nothing was added. */
    public long sum(int sum) {
        return sum < sums.length ? sums[sum] : 0;
    }

    /** A distribution, not to be changed; empty if it has no value. */
    public Distribution distribution(int distribution) {
        return distribution < distributions.size() ? distributions.get(distribution) : NO_VALUES;
    }

    /** A distinct count, not to be changed; empty if it has seen nobody. */
    public DistinctCount distinct(int distinct) {
        return distinct < distincts.size() ? distincts.get(distinct) : NOBODY;
    }

    /** Adds all that another tally of the family has measured. */
    public void merge(Tally other) {
        for (int i = other.sums.length - 1; i >= 0; i--) {
            add(i, other.sums[i]);
        }
        for (int i = 0; i < other.distributions.size(); i++) {
            if (!other.distributions.get(i).isEmpty()) {
                grow(i).merge(other.distributions.get(i));
            }
        }
        for (int i = 0; i < other.distincts.size(); i++) {
            if (!other.distincts.get(i).isEmpty()) {
                growDistinct(i).merge(other.distincts.get(i));
            }
        }
    }

    /**
     * The octets: format (1), then the number of sums and each as zigzag varint, the number of distributions and each as
     * length and octets (length 0 if empty), and the distinct counts likewise.
     */
    public byte[] toBytes() {
        List<byte[]> sketches = new ArrayList<>(distributions.size() + distincts.size());
        distributions.forEach(each -> sketches.add(each.isEmpty() ? new byte[0] : each.toBytes()));
        distincts.forEach(each -> sketches.add(each.isEmpty() ? new byte[0] : each.toBytes()));
        int size = 1 + 3 * 5 + 10 * sums.length;
        for (byte[] sketch : sketches) {
            size += 5 + sketch.length;
        }
        ByteBuffer buffer = ByteBuffer.allocate(size).put(FORMAT);
        ByteUtils.writeUnsignedVarint(sums.length, buffer);
        for (long sum : sums) {
            ByteUtils.writeVarlong(sum, buffer);
        }
        ByteUtils.writeUnsignedVarint(distributions.size(), buffer);
        write(sketches.subList(0, distributions.size()), buffer);
        ByteUtils.writeUnsignedVarint(distincts.size(), buffer);
        write(sketches.subList(distributions.size(), sketches.size()), buffer);
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
        for (byte[] octets : readAll(buffer)) {
            tally.distributions.add(octets.length == 0 ? new Distribution() : Distribution.fromBytes(octets));
        }
        for (byte[] octets : readAll(buffer)) {
            tally.distincts.add(octets.length == 0 ? new DistinctCount() : DistinctCount.fromBytes(octets));
        }
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

    private Distribution grow(int distribution) {
        while (distributions.size() <= distribution) {
            distributions.add(new Distribution());
        }
        return distributions.get(distribution);
    }

    private DistinctCount growDistinct(int distinct) {
        while (distincts.size() <= distinct) {
            distincts.add(new DistinctCount());
        }
        return distincts.get(distinct);
    }
}
