package io.luxqoe.kpi.window;

import io.luxqoe.kpi.completeness.Contributors;
import io.luxqoe.kpi.completeness.Incident;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.kpi.video.VideoMessage;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiProgress;
import java.util.List;

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
     * @param tally what was measured
     * @param contributors the sources it is of
     * @param folded what folding adds to it
     */
    record Partial(
            String size,
            long windowStart,
            long newestRawTime,
            long events,
            Tally tally,
            Contributors contributors,
            Folded folded)
            implements ToAccumulate {}

    /**
     * What is said of keys that were folded into one.
     *
     * @param keys how many
     * @param reasons why one of them is suspect
     */
    record Folded(int keys, List<String> reasons) {
        static final Folded NONE = new Folded(0, List.of());
    }

    /**
     * Something that a source may have lost: goes to every task that keeps windows, ahead of the promises that rest on it.
     *
     * @param incident what happened
     */
    record Told(Incident incident) implements ToAccumulate {}

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

    /**
     * What goes to the tasks that keep video sessions.
     *
     * @param session id of the session; empty of a promise
     * @param message reports, or a promise
     */
    record ToVideo(String session, VideoMessage message) implements Combined {}
}
