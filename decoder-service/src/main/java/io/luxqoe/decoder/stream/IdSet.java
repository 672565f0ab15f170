package io.luxqoe.decoder.stream;

/**
 * A set of 128-bit ids in one array of longs, so that looking one up touches one line of memory: open addressing, linear
 * probing. Ids are hashes already and need no other. Takes 32 to 64 octets an id.
 */
final class IdSet {
    private static final int LEAST_CAPACITY = 1024;

    /** The two halves of an id, high half first, or two zeros where there is none. */
    private long[] halves = new long[2 * LEAST_CAPACITY];

    private int size;

    int size() {
        return size;
    }

    boolean contains(long idHigh, long idLow) {
        return !isFree(place(idHigh, idLow));
    }

    /** Adds an id; the id of zeros, which no hash will be, is as a free place and cannot be added. */
    void add(long idHigh, long idLow) {
        if (4 * (size + 1) > halves.length) {
            grow();
        }
        int at = place(idHigh, idLow);
        if (isFree(at) && (idHigh | idLow) != 0) {
            halves[at] = idHigh;
            halves[at + 1] = idLow;
            size++;
        }
    }

    void remove(long idHigh, long idLow) {
        int hole = place(idHigh, idLow);
        if (isFree(hole)) {
            return;
        }
        size--;
        int mask = halves.length - 1;
        for (int at = after(hole); !isFree(at); at = after(at)) {
            int home = home(halves[at + 1]);
            boolean reachesOverHole = (at - home & mask) >= (at - hole & mask);
            if (reachesOverHole) {
                halves[hole] = halves[at];
                halves[hole + 1] = halves[at + 1];
                hole = at;
            }
        }
        halves[hole] = 0;
        halves[hole + 1] = 0;
    }

    /** Where the id is, or the free place where it would be. */
    private int place(long idHigh, long idLow) {
        int at = home(idLow);
        while (!isFree(at) && (halves[at] != idHigh || halves[at + 1] != idLow)) {
            at = after(at);
        }
        return at;
    }

    private int home(long idLow) {
        return (int) idLow << 1 & halves.length - 1;
    }

    private int after(int at) {
        return at + 2 & halves.length - 1;
    }

    private boolean isFree(int at) {
        return (halves[at] | halves[at + 1]) == 0;
    }

    private void grow() {
        long[] old = halves;
        halves = new long[2 * old.length];
        size = 0;
        for (int i = 0; i < old.length; i += 2) {
            if ((old[i] | old[i + 1]) != 0) {
                add(old[i], old[i + 1]);
            }
        }
    }
}
