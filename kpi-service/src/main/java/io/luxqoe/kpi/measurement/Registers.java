package io.luxqoe.kpi.measurement;

/**
 * The registers of HyperLogLog, five bits each in octets: the greatest rank of the hashes that met each register. A rank
 * above 31 counts as 31, which a hash has once in two thousand million.
 */
final class Registers {

    static final int BITS = 12;
    static final int COUNT = 1 << BITS;
    static final int GREATEST = 31;
    static final int OCTETS = COUNT * 5 / 8;

    /** Every second one of eight registers, with five bits free above each. */
    private static final long FOUR = 0x1FL | 0x1FL << 10 | 0x1FL << 20 | 0x1FL << 30;

    private static final long ABOVE = 1L << 5 | 1L << 15 | 1L << 25 | 1L << 35;

    private Registers() {}

    static int get(byte[] octets, int register) {
        int bit = register * 5;
        int octet = bit >>> 3;
        int pair = (octets[octet] & 0xFF) << 8 | (octet + 1 < OCTETS ? octets[octet + 1] & 0xFF : 0);
        return pair >>> (11 - (bit & 7)) & GREATEST;
    }

    /** Raises a register to a rank, unless it is there already. */
    static void raise(byte[] octets, int register, int rank) {
        int before = get(octets, register);
        if (rank <= before) {
            return;
        }
        int bit = register * 5;
        int octet = bit >>> 3;
        int change = (before ^ rank) << (11 - (bit & 7));
        octets[octet] ^= (byte) (change >>> 8);
        if (octet + 1 < OCTETS) {
            octets[octet + 1] ^= (byte) change;
        }
    }

    /** Raises every register to that of another one. Eight registers fill five octets. */
    static void raiseAll(byte[] octets, byte[] other) {
        for (int group = 0; group < OCTETS; group += 5) {
            long mine = group(octets, group);
            long theirs = group(other, group);
            if (mine == theirs) {
                continue;
            }
            long greatest = greater(mine & FOUR, theirs & FOUR) | greater(mine >>> 5 & FOUR, theirs >>> 5 & FOUR) << 5;
            for (int i = 4; i >= 0; i--) {
                octets[group + i] = (byte) greatest;
                greatest >>>= 8;
            }
        }
    }

    /** How many registers hold each rank. */
    static int[] histogram(byte[] octets) {
        int[] histogram = new int[GREATEST + 1];
        for (int group = 0; group < OCTETS; group += 5) {
            long eight = group(octets, group);
            for (int shift = 0; shift < 40; shift += 5) {
                histogram[(int) (eight >>> shift & GREATEST)]++;
            }
        }
        return histogram;
    }

    /** O. Ertl, "New cardinality estimation algorithms for HyperLogLog sketches", 2017, algorithm 6: without bias over the whole range. */
    static double estimate(int[] histogram) {
        double z = COUNT * tau(1 - (double) histogram[GREATEST] / COUNT);
        for (int rank = GREATEST - 1; rank >= 1; rank--) {
            z = 0.5 * (z + histogram[rank]);
        }
        z += COUNT * sigma((double) histogram[0] / COUNT);
        return (double) COUNT * COUNT / (2 * StrictMath.log(2) * z);
    }

    private static double sigma(double share) {
        if (share == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double x = share;
        double y = 1;
        double sum = x;
        double before;
        do {
            x *= x;
            before = sum;
            sum += x * y;
            y += y;
        } while (sum > before);
        return sum;
    }

    private static double tau(double share) {
        if (share == 0 || share == 1) {
            return 0;
        }
        double x = share;
        double y = 1;
        double sum = 1 - x;
        double before;
        do {
            x = Math.sqrt(x);
            before = sum;
            y *= 0.5;
            sum -= (1 - x) * (1 - x) * y;
        } while (sum < before);
        return sum / 3;
    }

    /** Of four registers each the greater: the bit above one stays only where nothing is borrowed from it. */
    private static long greater(long mine, long theirs) {
        long notLess = ((mine | ABOVE) - theirs) & ABOVE;
        long take = notLess - (notLess >>> 5);
        return (mine & take) | (theirs & ~take);
    }

    private static long group(byte[] octets, int at) {
        return (octets[at] & 0xFFL) << 32
                | (octets[at + 1] & 0xFFL) << 24
                | (octets[at + 2] & 0xFFL) << 16
                | (octets[at + 3] & 0xFFL) << 8
                | (octets[at + 4] & 0xFFL);
    }
}
