package io.luxqoe.kpi.measurement;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How many different ones were seen, mergeable: exact up to {@value #MOST_COUPONS}, HyperLogLog with 4,096 registers above.
 * There the standard error is 1.63 % (1.04 / sqrt 4,096), so 95 % of the estimates lie within 3.2 % of the truth. State,
 * estimate and octets depend only on which ones were seen, not on their order nor on how they were split and merged. Not
 * for use by several threads.
 *
 * <p>"Exact" is but for two that share a {@link Coupon}: once in three thousand times a count of 512 is one too low.
 *
 * <p>Octets: version (1); then, up to {@value #MOST_COUPONS}, a 0 and the coupons, ascending as unsigned, four octets each;
 * above, a 1 and the registers, five bits each, 2,562 octets in all.
 */
public final class DistinctCount {

    private static final int MOST_COUPONS = 512;

    private static final byte VERSION = 1;
    private static final byte COUPONS = 0;
    private static final byte REGISTERS = 1;
    private static final int HEADER = 2;

    /** So many coupons are sooner put in one by one than by a walk along both lists. */
    private static final int FEW = 4;

    private static final int[] NO_COUPONS = {};
    private static final byte[] NO_REGISTERS = {};
    private static final long ODD = 0xD6E8FEB86659FD93L;

    /** Coupons, ascending as unsigned, until there are too many; then the registers. */
    private int[] coupons = NO_COUPONS;

    private int size;
    private byte[] registers = NO_REGISTERS;

    /**
     * A hash of an id, the same on every machine and in every release.
     *
     * @param pseudonym pseudonym of a subscriber, or another id
     */
    public static long hash(String pseudonym) {
        long hash = pseudonym.length();
        long four = 0;
        for (int i = 0; i < pseudonym.length(); i++) {
            four = four << Character.SIZE | pseudonym.charAt(i);
            if ((i & 3) == 3) {
                hash = Long.rotateLeft((hash ^ four) * ODD, 29);
                four = 0;
            }
        }
        // thrice, so that every bit of the id reaches every bit of the hash
        hash = (hash ^ four) * ODD;
        hash = (hash ^ hash >>> 32) * ODD;
        hash = (hash ^ hash >>> 29) * ODD;
        return hash ^ hash >>> 32;
    }

    /** Sees one of that hash; all 64 bits must be evenly spread, as those of {@link #hash} are. */
    public void add(long hash) {
        addCoupon(Coupon.of(hash));
    }

    /** Sees all that another one has seen, which stays as it is. */
    public void merge(DistinctCount other) {
        if (other.registers.length > 0) {
            toRegisters();
            Registers.raiseAll(registers, other.registers);
        } else if (registers.length > 0 || other.size <= FEW) {
            for (int i = 0; i < other.size; i++) {
                addCoupon(other.coupons[i]);
            }
        } else {
            mergeCoupons(other);
        }
    }

    /** How many different ones: exact up to {@value #MOST_COUPONS}, above with a standard error of 1.63 %. */
    public double estimate() {
        return registers.length == 0 ? size : Registers.estimate(Registers.histogram(registers));
    }

    /** Whether none was seen. */
    public boolean isEmpty() {
        return size == 0 && registers.length == 0;
    }

    /** The octets, see {@link DistinctCount}; equal if the same ones were seen. */
    public byte[] toBytes() {
        if (registers.length > 0) {
            return ByteBuffer.allocate(HEADER + registers.length)
                    .put(VERSION)
                    .put(REGISTERS)
                    .put(registers)
                    .array();
        }
        ByteBuffer octets =
                ByteBuffer.allocate(HEADER + size * Integer.BYTES).put(VERSION).put(COUPONS);
        for (int i = 0; i < size; i++) {
            octets.putInt(coupons[i]);
        }
        return octets.array();
    }

    /**
     * The count of these octets.
     *
     * @throws IllegalArgumentException if they are of another version or damaged
     */
    public static DistinctCount fromBytes(byte[] octets) {
        if (octets.length < HEADER || octets[0] != VERSION) {
            throw new IllegalArgumentException("not a distinct count of version 1");
        }
        DistinctCount count = new DistinctCount();
        int length = octets.length - HEADER;
        if (octets[1] == REGISTERS && length == Registers.OCTETS) {
            count.registers = Arrays.copyOfRange(octets, HEADER, octets.length);
        } else if (octets[1] == COUPONS && length % Integer.BYTES == 0 && length / Integer.BYTES <= MOST_COUPONS) {
            count.readCoupons(ByteBuffer.wrap(octets, HEADER, length));
        } else {
            throw new IllegalArgumentException("a distinct count of a kind or length that cannot be");
        }
        return count;
    }

    private void readCoupons(ByteBuffer in) {
        coupons = new int[in.remaining() / Integer.BYTES];
        while (in.hasRemaining()) {
            int coupon = in.getInt();
            if (!Coupon.canBe(coupon) || (size > 0 && Integer.compareUnsigned(coupon, coupons[size - 1]) <= 0)) {
                throw new IllegalArgumentException(
                        "a distinct count with a coupon that cannot be, before octet " + in.position());
            }
            coupons[size++] = coupon;
        }
    }

    /** Sees one of that coupon. */
    void addCoupon(int coupon) {
        if (registers.length > 0) {
            raise(coupon);
            return;
        }
        int index = indexOf(coupon);
        if (index >= 0) {
            return;
        }
        if (size == MOST_COUPONS) {
            toRegisters();
            raise(coupon);
            return;
        }
        index = -index - 1;
        if (size == coupons.length) {
            coupons = Arrays.copyOf(coupons, Math.min(MOST_COUPONS, size + size / 2 + 4));
        }
        System.arraycopy(coupons, index, coupons, index + 1, size - index);
        coupons[index] = coupon;
        size++;
    }

    private void mergeCoupons(DistinctCount other) {
        int[] union = new int[size + other.size];
        int to = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < size && theirs < other.size) {
            int order = Integer.compareUnsigned(coupons[mine], other.coupons[theirs]);
            union[to++] = order <= 0 ? coupons[mine] : other.coupons[theirs];
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        System.arraycopy(coupons, mine, union, to, size - mine);
        to += size - mine;
        System.arraycopy(other.coupons, theirs, union, to, other.size - theirs);
        size = to + other.size - theirs;
        coupons = union;
        if (size > MOST_COUPONS) {
            toRegisters();
        }
    }

    private void toRegisters() {
        if (registers.length == 0) {
            registers = new byte[Registers.OCTETS];
            for (int i = 0; i < size; i++) {
                raise(coupons[i]);
            }
            coupons = NO_COUPONS;
            size = 0;
        }
    }

    private void raise(int coupon) {
        Registers.raise(registers, Coupon.register(coupon), Coupon.rank(coupon));
    }

    /** Its index, or less than 0: -1 less where it belongs. Without branches on what it finds, which nobody can foretell. */
    private int indexOf(int coupon) {
        int wanted = coupon + Integer.MIN_VALUE;
        int low = 0;
        for (int left = size; left > 1; ) {
            int half = left >>> 1;
            low = coupons[low + half - 1] + Integer.MIN_VALUE < wanted ? low + half : low;
            left -= half;
        }
        if (low < size && coupons[low] + Integer.MIN_VALUE < wanted) {
            low++;
        }
        return low < size && coupons[low] == coupon ? low : -low - 1;
    }
}
