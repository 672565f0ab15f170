package io.luxqoe.kpi.window;

/**
 * A window as it was read.
 *
 * @param series the series
 * @param size the size
 * @param start start, inclusive, epoch ms
 * @param isFinal whether it is FINAL; else PROVISIONAL
 * @param state what it holds; of a coarse PROVISIONAL window with the finer windows that are still open
 */
public record ReadWindow(SeriesKey series, WindowSize size, long start, boolean isFinal, WindowState state) {

    /** End, exclusive, epoch ms. */
    public long end() {
        return size.endOf(start);
    }
}
