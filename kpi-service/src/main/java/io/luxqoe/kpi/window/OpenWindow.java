package io.luxqoe.kpi.window;

/** One window in memory while it takes events. */
final class OpenWindow {

    private final SeriesKey series;
    private final WindowSize size;
    private final long start;
    private final WindowState state;
    private boolean saved = true;
    private boolean stated = true;

    OpenWindow(SeriesKey series, WindowSize size, long start, WindowState state) {
        this.series = series;
        this.size = size;
        this.start = start;
        this.state = state;
    }

    SeriesKey series() {
        return series;
    }

    WindowSize size() {
        return size;
    }

    long start() {
        return start;
    }

    long end() {
        return size.endOf(start);
    }

    WindowState state() {
        return state;
    }

    /** Whether the store has it as it is; false from the first change on. */
    boolean saved() {
        return saved;
    }

    void saved(boolean now) {
        saved = now;
    }

    /** Whether it was published as it is. */
    boolean stated() {
        return stated;
    }

    void stated(boolean now) {
        stated = now;
    }
}
