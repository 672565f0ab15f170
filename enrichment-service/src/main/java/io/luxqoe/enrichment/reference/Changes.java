package io.luxqoe.enrichment.reference;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the changes of tables, one before and one after each change, and so is odd while a table changes. What is made of
 * the tables may be kept, by whoever looked at the count before, for as long as the count stays; what was made while it was
 * odd may not: one may have read what was before the change and another one what is after it.
 */
public final class Changes {
    private final AtomicLong count = new AtomicLong();

    /** Never smaller than it was. */
    public long count() {
        return count.get();
    }

    /** Whether a table was just changing when that was the count. */
    public static boolean isUnderWay(long count) {
        return (count & 1) != 0;
    }

    /** Makes a change, one at a time. */
    public synchronized void make(Runnable change) {
        count.incrementAndGet();
        try {
            change.run();
        } finally {
            count.incrementAndGet();
        }
    }
}
