package io.luxqoe.decoder.stream;

/**
 * A set of 128-bit ids in two arrays of longs: open addressing, linear probing. Ids are hashes already and need no other.
 * Takes 32 to 64 octets an id.
 */
final class IdSet {
    private static final int LEAST_CAPACITY = 1024;

    private long[] high = new long[LEAST_CAPACITY];
    private long[] low = new long[LEAST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    boolean contains(long idHigh, long idLow) {
        int at = place(idHigh, idLow);
        return high[at] == idHigh && low[at] == idLow;
    }

    /** Adds an id; the id of zeros, which no hash will be, is as a free place and cannot be added. */
    void add(long idHigh, long idLow) {
        if (2 * (size + 1) > high.length) {
            grow();
        }
        int at = place(idHigh, idLow);
        if (isFree(at) && (idHigh | idLow) != 0) {
            high[at] = idHigh;
            low[at] = idLow;
            size++;
        }
    }

    void remove(long idHigh, long idLow) {
        int hole = place(idHigh, idLow);
        if (isFree(hole)) {
            return;
        }
        size--;
        int mask = high.length - 1;
        for (int at = hole + 1 & mask; !isFree(at); at = at + 1 & mask) {
            int home = home(low[at]);
            boolean reachesOverHole = (at - home & mask) >= (at - hole & mask);
            if (reachesOverHole) {
                high[hole] = high[at];
                low[hole] = low[at];
                hole = at;
            }
        }
        high[hole] = 0;
        low[hole] = 0;
    }

    private int place(long idHigh, long idLow) {
        int mask = high.length - 1;
        int at = home(idLow);
        while (!isFree(at) && (high[at] != idHigh || low[at] != idLow)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private int home(long idLow) {
        return (int) idLow & high.length - 1;
    }

    private boolean isFree(int at) {
        return (high[at] | low[at]) == 0;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        high = new long[2 * oldHigh.length];
        low = new long[2 * oldLow.length];
        size = 0;
        for (int i = 0; i < oldHigh.length; i++) {
            if ((oldHigh[i] | oldLow[i]) != 0) {
                add(oldHigh[i], oldLow[i]);
            }
        }
    }
}
