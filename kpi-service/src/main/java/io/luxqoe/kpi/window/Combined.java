package io.luxqoe.kpi.window;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiProgress;

/** What a combine task says. */
sealed interface Combined {

    /** What travels on to the accumulate tasks. */
    sealed interface ToAccumulate extends Combined {}

    /**
     * Sums of one series and window over some of the events of one input partition.
     *
     * @param windowStart start of the window, epoch ms
     * @param newestRawTime timestamp of the newest raw record that contributed, epoch ms
     * @param sums vector of the family's measurements
     */
    record Partial(long windowStart, long newestRawTime, long[] sums) implements ToAccumulate {}

    /**
     * The word of a combine task that it will send no partial of a window whose end plus grace lies before a time.
     *
     * @param task input partition of the task, from 0
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
