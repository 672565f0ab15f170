package io.luxqoe.kpi.window;

/** Windows that close by one watermark. */
enum Lane {
    /** Families that combine tasks measure: closed by the promises of these. */
    EVENTS,
    /** Family {@code video}, which is measured when a session has ended: closed by the promises of the session tasks. */
    VIDEO_SESSIONS;

    static Lane of(String family) {
        return family.equals("video") ? VIDEO_SESSIONS : EVENTS;
    }
}
