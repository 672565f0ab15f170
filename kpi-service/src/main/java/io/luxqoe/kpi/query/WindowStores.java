package io.luxqoe.kpi.query;

import io.luxqoe.kpi.window.SeriesKey;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/**
 * The stores of the accumulate task that has a series.
 *
 * @param open windows that still take events
 * @param finals final windows
 * @param promises promises of the combine tasks
 */
record WindowStores(
        ReadOnlyKeyValueStore<Bytes, byte[]> open,
        ReadOnlyWindowStore<Bytes, byte[]> finals,
        ReadOnlyKeyValueStore<Integer, Long> promises) {

    /** Finds the stores of a series. */
    @FunctionalInterface
    interface Finder {
        /**
         * The stores of the task that has the series.
         *
         * @throws StoresUnavailableException if this instance cannot read them now
         */
        WindowStores of(SeriesKey series);
    }
}
