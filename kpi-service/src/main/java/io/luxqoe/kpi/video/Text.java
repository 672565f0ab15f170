package io.luxqoe.kpi.video;

/** A text of a session. Their order is that of the octets: append only. */
enum Text {
    CONTENT_ID,
    STREAMING_FORMAT,
    STREAM_TYPE,
    CDN,
    REQUESTED_HOST,
    /** sta: of the last report, unlike the others. */
    END_STATE;

    Told merge(Told one, Told other) {
        boolean earlier = one.compareTo(other) <= 0;
        return earlier == (this != END_STATE) ? one : other;
    }
}
