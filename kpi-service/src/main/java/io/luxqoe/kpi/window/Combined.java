package io.luxqoe.kpi.window;

import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiProgress;

/** What a combine task says. */
sealed interface Combined {

    /** What travels on to the tasks that keep windows. */
    sealed interface ToAccumulate extends Combined {}

    /**
     * Part of one window of one series.
     *
     * @param size id of the window size; of combine tasks always the base
     * @param windowStart start of the window, epoch ms
     * @param newestRawTime timestamp of the newest raw record that contributed, epoch ms
     * @param events how many events contributed
     * @param foldedKeys how many keys it stands for, if they were folded; else 0
     * @param tally what was measured
     */
    record Partial(String size, long windowStart, long newestRawTime, long events, int foldedKeys, Tally tally)
            implements ToAccumulate {}

    /**
     * The word of a task that it will send no more of a window whose end plus grace lies before a time.
     *
     * @param task number of the task among those that promise, from 0
     * @param watermark that time, epoch ms; never goes back
     */
    record Promise(int task, long watermark) implements ToAccumulate {}

    /**
     * An event whose window is closed.
     *
     * @param source source id
     * @param event the event
     */
    record Late(String source, EnrichedEvent event) implements Combined {}

    /**
     * Where the task stands, for the tasks that are idle.
     *
     * @param state the task's state
     */
    record Progress(KpiProgress state) implements Combined {}
}
