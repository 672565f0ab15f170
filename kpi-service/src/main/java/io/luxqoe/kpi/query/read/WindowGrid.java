package io.luxqoe.kpi.query.read;

import java.time.Duration;

/** Where the windows of one size lie. All times are epoch ms. */
public interface WindowGrid {

    /** The size as it is configured ({@code PT1M}, {@code PT5M/PT1M}), which is how queries name it. */
    String id();

    /** Usual time from one start to the next; a day may be an hour longer or shorter. */
    Duration hop();

    /** The last start at or before a time. */
    long startOf(long time);

    /** End of the window that starts there, exclusive. */
    long endOf(long start);

    /** Start of the last window that ends at a time or before. */
    default long lastEndedBy(long time) {
        long start = startOf(time);
        while (endOf(start) > time) {
            start = startOf(start - 1);
        }
        return start;
    }
}
