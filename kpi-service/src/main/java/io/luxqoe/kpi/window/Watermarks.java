package io.luxqoe.kpi.window;

import io.luxqoe.schemas.KpiProgress;
import java.time.Instant;
import java.util.Collection;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Arithmetic of windows and watermarks; all times are epoch ms. */
public final class Watermarks {

    /** No watermark yet: nothing is late, no window closes. */
    public static final long NONE = Long.MIN_VALUE;

    private Watermarks() {}

    /**
     * The least promise of all combine tasks; {@link #NONE} while one has not spoken.
     *
     * @param promises promise of each task
     * @param tasks how many tasks there are
     */
    public static long least(ReadOnlyKeyValueStore<Integer, Long> promises, int tasks) {
        long least = Long.MAX_VALUE;
        int heard = 0;
        try (KeyValueIterator<Integer, Long> each = promises.all()) {
            while (each.hasNext()) {
                least = Math.min(least, each.next().value);
                heard++;
            }
        }
        return heard < tasks ? NONE : least;
    }

    /** Start of the tumbling window that holds a time, aligned to the epoch. */
    public static long windowStart(long time, long size) {
        return Math.floorDiv(time, size) * size;
    }

    /** Whether a window is closed at a watermark: its end plus grace lies before it. */
    static boolean closed(long windowEnd, long grace, long watermark) {
        return windowEnd + grace < watermark;
    }

    /**
     * What a task without an active source can promise, by the progress of all tasks, its own included: as much as the
     * slowest task that has an active source; where none has, the end of every window that has an event. {@link #NONE}
     * while a task has not spoken, or a task that is not idle has promised nothing.
     *
     * @param tasks how many tasks there are
     */
    static long whileIdle(Collection<KpiProgress> progress, int tasks, long size, long grace) {
        if (progress.size() < tasks) {
            return NONE;
        }
        if (progress.stream().allMatch(KpiProgress::getIdle)) {
            return progress.stream()
                    .map(KpiProgress::getHighestEventTime)
                    .filter(time -> time != null)
                    .mapToLong(Instant::toEpochMilli)
                    .max()
                    .stream()
                    .map(highest -> windowStart(highest, size) + size + grace + 1)
                    .findFirst()
                    .orElse(NONE);
        }
        return progress.stream()
                .filter(task -> !task.getIdle())
                .mapToLong(task ->
                        task.getWatermark() == null ? NONE : task.getWatermark().toEpochMilli())
                .min()
                .orElse(NONE);
    }
}
