package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.SequenceKind;

/** The numberings that are watched: how wide their numbers are, and what is believed of them. */
enum Numbering {
    /** File sequence numbers (TS 32.297 clause 6.1.1), four octets. */
    FILE(SequenceKind.FILE, 32, 1024, 100_000, 1),
    /** Sequence numbers of GTP' packets (TS 32.295 clause 6.1.1), two octets. */
    GTP_PRIME(SequenceKind.GTP_PRIME, 16, 1024, 10_000, 1),
    /** localSequenceNumber and localRecordSequenceNumber of each node (TS 32.298), four octets. */
    LOCAL_RECORD(SequenceKind.LOCAL_RECORD, 32, 1024, 1_000_000, 256),
    /** sn of each player's session, mode and host (CTA-5004-B); it does not wrap. */
    CMCD(SequenceKind.CMCD, 63, 64, 10_000, 10_000);

    private final SequenceKind kind;
    private final int bits;
    private final int window;
    private final long furthest;
    private final int mostSeries;

    Numbering(SequenceKind kind, int bits, int window, long furthest, int mostSeries) {
        this.kind = kind;
        this.bits = bits;
        this.window = window;
        this.furthest = furthest;
        this.mostSeries = mostSeries;
    }

    /** The numbering of that kind; there is one of each but {@link SequenceKind#UNKNOWN}. */
    static Numbering of(SequenceKind kind) {
        for (Numbering numbering : values()) {
            if (numbering.kind == kind) {
                return numbering;
            }
        }
        throw new IllegalArgumentException("no numbering is of the kind " + kind);
    }

    SequenceKind kind() {
        return kind;
    }

    /** How many series of it are remembered of each source; of more the one that is silent for the longest is forgotten. */
    int mostSeries() {
        return mostSeries;
    }

    /** The distance from one number forward to another, across the wrap. */
    long distance(long from, long to) {
        return (to - from) & mask();
    }

    /** The number after another. */
    long after(long number) {
        return (number + 1) & mask();
    }

    private long mask() {
        return (1L << bits) - 1;
    }

    SequenceTracker newTracker() {
        return new SequenceTracker(bits, window, furthest);
    }
}
