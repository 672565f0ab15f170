package io.luxqoe.kpi.video;

/** What a combine task tells the tasks that keep video sessions. */
public sealed interface VideoMessage {

    /**
     * Reports of one session and one slot, each within the gap of another.
     *
     * @param session the reports, summed up
     */
    record Reports(OpenSession session) implements VideoMessage {}

    /**
     * The word of a combine task that it will send no event of a window whose end plus grace lies before a time. It comes
     * after the reports that it speaks of.
     *
     * @param task input partition of the task, from 0
     * @param watermark that time, epoch ms; never goes back
     */
    record Promise(int task, long watermark) implements VideoMessage {}
}
