package io.luxqoe.kpi.video;

import io.luxqoe.schemas.EnrichedEvent;

/** What a task that keeps video sessions says, in the order in which it is to be counted. */
public sealed interface VideoOutput {

    /**
     * A session is over.
     *
     * @param summary the session, as the event of its end: its details are a {@code VideoSession}
     * @param newestRawTime timestamp of the newest raw record that contributed, epoch ms
     */
    record Ended(EnrichedEvent summary, long newestRawTime) implements VideoOutput {}

    /**
     * The task's word that it will say no session whose window's end plus grace lies before a time.
     *
     * @param task partition of the task, from 0
     * @param watermark that time, epoch ms
     */
    record Promised(int task, long watermark) implements VideoOutput {}
}
