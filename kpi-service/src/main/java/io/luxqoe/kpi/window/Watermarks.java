package io.luxqoe.kpi.window;

import io.luxqoe.schemas.KpiProgress;
import java.time.Instant;
import java.util.Collection;

/** Arithmetic of windows and watermarks; all times are epoch ms. */
public final class Watermarks {

    /** No watermark yet: nothing is late, no window closes. */
    public static final long NONE = Long.MIN_VALUE;

    private Watermarks() {}

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
     * slowest task that has an active source; where none has, the {@linkplain #whenAllIdle end of what has events}.
     * {@link #NONE} while a task has not spoken, or a task that is not idle has promised nothing.
     *
     * @param now the clock, epoch ms
     */
    static long whileIdle(Collection<KpiProgress> progress, WindowSpec spec, long now) {
        if (progress.size() < spec.inputPartitions()) {
            return NONE;
        }
        if (progress.stream().allMatch(KpiProgress::getIdle)) {
            return progress.stream()
                    .map(KpiProgress::getHighestEventTime)
                    .filter(time -> time != null)
                    .mapToLong(Instant::toEpochMilli)
                    .max()
                    .stream()
                    .map(highest -> whenAllIdle(highest, spec, now))
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

    /**
     * The promise that closes the windows of the highest event time: the base window at once, a coarser one when the clock
     * too has passed its end plus grace, since what comes within that time still belongs into it.
     */
    private static long whenAllIdle(long highest, WindowSpec spec, long now) {
        WindowSize base = spec.sizes().base();
        long promise = base.endOf(base.startOf(highest)) + spec.graceMs() + 1;
        for (WindowSize size : spec.sizes().all()) {
            long closing = size.endOf(size.startOf(highest)) + spec.graceMs() + 1;
            if (closing <= now) {
                promise = Math.max(promise, closing);
            }
        }
        return promise;
    }
}
