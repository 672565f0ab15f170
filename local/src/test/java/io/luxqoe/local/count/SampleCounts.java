package io.luxqoe.local.count;

/** Counts of a run in which everything adds up, and others like it. */
public final class SampleCounts {

    private SampleCounts() {}

    /** 100 call records sent: 90 decoded, 6 duplicates, 4 broken; 88 counted, 2 late. */
    public static Counts balanced() {
        return new Counts(10, 90, 4, 6, 90, 88, 2, 2, 0, 7, 30, 0, 3, 1, new LatencySummary(12, 850, 2_340, 3_000));
    }

    static Counts with(long decoded, long enriched, long counted, long lateRecords, long otherDead, long open) {
        return new Counts(
                10,
                decoded,
                4,
                6,
                enriched,
                counted,
                2,
                lateRecords,
                otherDead,
                7,
                30,
                open,
                3,
                1,
                LatencySummary.NONE);
    }
}
