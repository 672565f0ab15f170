package io.luxqoe.kpi.measurement;

/**
 * What is kept of a 64-bit hash while there are few: its first 27 bits, of which 12 choose the register, and the number of
 * zero bits that follow, plus 1, at most 31. It says all that a register wants to know. Of 512 different hashes two share a
 * coupon once in three thousand times.
 */
final class Coupon {

    private static final int PREFIX_BITS = 27;
    private static final int RANK_BITS = 5;
    private static final int RANK_MASK = (1 << RANK_BITS) - 1;
    private static final int WITHIN_BITS = PREFIX_BITS - Registers.BITS;

    private Coupon() {}

    /** Coupon of a hash. */
    static int of(long hash) {
        int zeros = Math.min(Long.numberOfLeadingZeros(hash << PREFIX_BITS), RANK_MASK - 1);
        return (int) (hash >>> (Long.SIZE - PREFIX_BITS)) << RANK_BITS | (zeros + 1);
    }

    /** Whether a hash can have that coupon. */
    static boolean canBe(int coupon) {
        return (coupon & RANK_MASK) != 0;
    }

    /** Register of the hash. */
    static int register(int coupon) {
        return coupon >>> (Integer.SIZE - Registers.BITS);
    }

    /** Rank of the hash: the number of zero bits behind those that choose the register, plus 1, at most 31. */
    static int rank(int coupon) {
        int within = coupon >>> RANK_BITS & (1 << WITHIN_BITS) - 1;
        return within == 0
                ? Math.min(WITHIN_BITS + (coupon & RANK_MASK), Registers.GREATEST)
                : Integer.numberOfLeadingZeros(within) - (Integer.SIZE - WITHIN_BITS) + 1;
    }
}
