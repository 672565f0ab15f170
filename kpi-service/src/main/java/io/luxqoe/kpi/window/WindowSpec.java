package io.luxqoe.kpi.window;

import io.luxqoe.kpi.video.VideoSpec;
import java.time.Duration;
import java.util.Map;

/**
 * The windows, and how they are spread over tasks.
 *
 * @param sizes the window sizes
 * @param history how long final windows of each size can be queried, counted in event time from the newest of the partition
 * @param grace how far a source's event time may run ahead of a window's end before its events for it are late
 * @param publishEvery pace of PROVISIONAL statements
 * @param progressEvery pace at which tasks state their watermarks
 * @param inputPartitions partitions of {@code lux.event.enriched.v1}: one combine task for each
 * @param partitions partitions of the repartitions by KPI key: one accumulate task for each
 * @param video when video sessions end
 * @param windowsAtOnce how many windows a task states before it commits
 * @param baseline how windows teach what is usual
 */
public record WindowSpec(
        WindowSizes sizes,
        Map<WindowSize, Duration> history,
        Duration grace,
        Duration publishEvery,
        Duration progressEvery,
        int inputPartitions,
        int partitions,
        VideoSpec video,
        int windowsAtOnce,
        BaselineSpec baseline) {

    long graceMs() {
        return grace.toMillis();
    }

    /** How long a size's final windows are kept; at least as long as two of its windows. */
    Duration historyOf(WindowSize size) {
        Duration least = size.length().multipliedBy(2);
        Duration asked = history.getOrDefault(size, least);
        return asked.compareTo(least) < 0 ? least : asked;
    }
}
