package io.luxqoe.kpi.window;

import io.luxqoe.schemas.KpiWindow;

/** What a task that keeps windows says. */
sealed interface Accumulated {

    /**
     * A statement about a window, of the series that is the record's key.
     *
     * @param size size of the window
     * @param window what is said
     */
    record Statement(WindowSize size, KpiWindow window) implements Accumulated {}

    /**
     * What goes on to the windows of {@code other}.
     *
     * @param message a partial of folded keys, or a promise
     */
    record ToOthers(Combined.ToAccumulate message) implements Accumulated {}
}
