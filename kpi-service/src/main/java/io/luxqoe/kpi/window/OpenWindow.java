package io.luxqoe.kpi.window;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One window while it takes events. What it holds is read when it is asked for, and may be released when it is saved. */
final class OpenWindow {

    private final SeriesKey series;
    private final WindowSize size;
    private final long start;
    private final Function<OpenWindow, WindowState> reader;
    private @Nullable WindowState state;
    private boolean saved = true;
    private boolean stated = true;

    /**
     * A window.
     *
     * @param reader reads what was saved of it
     * @param state what it holds; null if that was saved
     */
    OpenWindow(
            SeriesKey series,
            WindowSize size,
            long start,
            Function<OpenWindow, WindowState> reader,
            @Nullable WindowState state) {
        this.series = series;
        this.size = size;
        this.start = start;
        this.reader = reader;
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
        WindowState held = state;
        if (held == null) {
            held = reader.apply(this);
            state = held;
        }
        return held;
    }

    /** Lets go of what it holds, which must be saved. */
    void release() {
        state = null;
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
