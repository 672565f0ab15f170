package io.luxqoe.kpi.query;

import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.WindowReader;

/** Where windows are read. */
final class WindowStores {

    private WindowStores() {}

    /** Finds the reader of a series. */
    @FunctionalInterface
    interface Finder {
        /**
         * Reads the task that has the series.
         *
         * @throws StoresUnavailableException if this instance cannot read it now
         */
        WindowReader of(SeriesKey series);
    }
}
