package io.luxqoe.kpi.video;

/**
 * A number of a session, and how those of two parts of it make one. Their order is that of the octets: append only.
 * Bitrates are in bit/s, so that they add up without rounding; {@code *_BITS} are in bit/s times ms.
 */
enum Figure {
    /** Time of the first report, epoch ms. */
    START(Merge.LEAST),
    /** Time of the last report, epoch ms. */
    END(Merge.GREATEST),
    /** Reports from this time on are kept apart, epoch ms. */
    LIMIT(Merge.GREATEST),
    /** Timestamp of the newest raw record, epoch ms. */
    NEWEST_RAW_TIME(Merge.GREATEST),
    REPORTS(Merge.SUM),
    REQUESTS(Merge.SUM),
    VERSION(Merge.GREATEST),
    /** Least sn. */
    LEAST_NUMBER(Merge.LEAST),
    /** Reports that only come when a session begins: sta s or d, or msd. */
    BEGINNINGS(Merge.SUM),
    /** Reports with sta. */
    STATES(Merge.SUM),
    /** Play state events. */
    STATE_EVENTS(Merge.SUM),
    FIRST_STARTING(Merge.LEAST),
    FIRST_PLAYING(Merge.LEAST),
    LAST_FATAL(Merge.GREATEST),
    START_DELAY_MS(Merge.LEAST),
    LEAST_STARVATIONS(Merge.LEAST),
    MOST_STARVATIONS(Merge.GREATEST),
    LEAST_STARVED_MS(Merge.LEAST),
    MOST_STARVED_MS(Merge.GREATEST),
    LEAST_DROPPED(Merge.LEAST),
    MOST_DROPPED(Merge.GREATEST),
    /** Events with bsd. Requests may tell the same starvation: they are summed up by themselves. */
    EVENT_STARVATIONS(Merge.SUM),
    EVENT_STARVED_MS(Merge.SUM),
    REQUEST_STARVATIONS(Merge.SUM),
    REQUEST_STARVED_MS(Merge.SUM),
    /** Requests with bs. */
    STARVED_REQUESTS(Merge.SUM),
    VIDEO_REQUESTS(Merge.SUM),
    VIDEO_MS(Merge.SUM),
    VIDEO_WEIGHT_MS(Merge.SUM),
    VIDEO_BITS(Merge.SUM),
    AUDIO_REQUESTS(Merge.SUM),
    AUDIO_MS(Merge.SUM),
    AUDIO_WEIGHT_MS(Merge.SUM),
    AUDIO_BITS(Merge.SUM),
    /** Bitrate change events that are not of audio. */
    VIDEO_CHANGES(Merge.SUM),
    AUDIO_CHANGES(Merge.SUM),
    TOP_BITRATE(Merge.GREATEST),
    LATENCIES(Merge.SUM),
    LATENCY_MS(Merge.SUM),
    THROUGHPUTS(Merge.SUM),
    THROUGHPUT(Merge.SUM);

    /** How two become one; each is commutative and associative. */
    private enum Merge {
        SUM(0),
        LEAST(Long.MAX_VALUE),
        GREATEST(Long.MIN_VALUE);

        private final long none;

        Merge(long none) {
            this.none = none;
        }
    }

    private final Merge merge;

    Figure(Merge merge) {
        this.merge = merge;
    }

    /** What it is before any report tells it: merging it changes nothing. */
    long none() {
        return merge.none;
    }

    long merge(long one, long other) {
        return switch (merge) {
            case SUM -> one + other;
            case LEAST -> Math.min(one, other);
            case GREATEST -> Math.max(one, other);
        };
    }
}
