package io.luxqoe.kpi.window;

import java.time.Duration;

/**
 * The windows, and how they are spread over tasks.
 *
 * @param size length of the tumbling windows, aligned to the epoch
 * @param grace how far a source's event time may run ahead of a window's end before its events for it are late
 * @param history how long final windows can be queried, counted in event time from the newest window of the partition
 * @param publishEvery pace of PROVISIONAL statements
 * @param progressEvery pace at which tasks state their watermarks
 * @param inputPartitions partitions of {@code lux.event.enriched.v1}: one combine task for each
 * @param partitions partitions of the repartition by KPI key: one accumulate task for each
 */
public record WindowSpec(
        Duration size,
        Duration grace,
        Duration history,
        Duration publishEvery,
        Duration progressEvery,
        int inputPartitions,
        int partitions) {

    /** Length of a window, ms. */
    public long sizeMs() {
        return size.toMillis();
    }

    long graceMs() {
        return grace.toMillis();
    }
}
