package io.luxqoe.kpi.video;

import io.luxqoe.schemas.VideoSession;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the figures of a session that is over; {@code VideoSession} says what each means. */
final class SessionReading {

    private static final double BITS_IN_KILOBIT = 1000.0;

    private final OpenSession session;
    private final Figures figures;
    private final Scan scan;
    private final boolean continued;

    /** @param cut whether it goes on with one that was cut */
    SessionReading(OpenSession session, boolean cut) {
        this.session = session;
        this.figures = session.figures();
        this.scan = session.readWhole();
        this.continued = cut || (!figures.has(Figure.BEGINNINGS) && figures.get(Figure.LEAST_NUMBER, 0) > 1);
    }

    VideoSession summary() {
        VideoSession summary = new VideoSession();
        summary.setStart(Instant.ofEpochMilli(session.start()));
        summary.setEnd(Instant.ofEpochMilli(session.end()));
        summary.setReports(figures.get(Figure.REPORTS));
        summary.setRequests(figures.get(Figure.REQUESTS));
        summary.setVersion((int) figures.get(Figure.VERSION));
        summary.setContinued(continued);
        describeCourse(summary);
        describeStalls(summary);
        describeBitrate(summary);
        summary.setDroppedFrames(since(Figure.LEAST_DROPPED, Figure.MOST_DROPPED));
        summary.setErrorCodes(List.copyOf(session.errorCodes()));
        summary.setLiveLatencyMs(
                figures.has(Figure.LATENCIES)
                        ? Math.round((double) figures.get(Figure.LATENCY_MS) / figures.get(Figure.LATENCIES))
                        : null);
        summary.setMeasuredThroughputKbps(mean(Figure.THROUGHPUT, Figure.THROUGHPUTS));
        summary.setContentId(session.text(Text.CONTENT_ID));
        summary.setStreamingFormat(session.text(Text.STREAMING_FORMAT));
        summary.setStreamType(session.text(Text.STREAM_TYPE));
        summary.setCdn(session.text(Text.CDN));
        summary.setRequestedHost(session.text(Text.REQUESTED_HOST));
        summary.setSources(List.copyOf(session.sources()));
        return summary;
    }

    private void describeCourse(VideoSession summary) {
        boolean fatal = figures.has(Figure.LAST_FATAL);
        boolean started = hasStarted();
        summary.setStarted(started);
        summary.setStartFailed(!started && !continued && fatal);
        summary.setExitedBeforeStart(!started && !continued && !fatal);
        summary.setPlaybackFailed(started
                && fatal
                && figures.get(Figure.LAST_FATAL) >= figures.get(Figure.FIRST_PLAYING, Long.MIN_VALUE));
        summary.setEndState(session.text(Text.END_STATE));
        summary.setStartUpTimeMs(continued ? null : startUpTimeMs());
        long fetchedMs = figures.has(Figure.VIDEO_MS) ? figures.get(Figure.VIDEO_MS) : figures.get(Figure.AUDIO_MS);
        summary.setPlayingTimeMs(tellsStates() ? scan.playingMs() : Math.max(0, fetchedMs));
    }

    private boolean hasStarted() {
        long mediaRequests = figures.get(Figure.VIDEO_REQUESTS) + figures.get(Figure.AUDIO_REQUESTS);
        return figures.has(Figure.FIRST_PLAYING)
                || figures.has(Figure.START_DELAY_MS)
                || (!figures.has(Figure.STATES) && mediaRequests > 1);
    }

    private boolean tellsStates() {
        return figures.has(Figure.STATE_EVENTS);
    }

    private @Nullable Long startUpTimeMs() {
        if (figures.has(Figure.START_DELAY_MS)) {
            return figures.get(Figure.START_DELAY_MS);
        }
        boolean both = figures.has(Figure.FIRST_STARTING) && figures.has(Figure.FIRST_PLAYING);
        long passed = both ? figures.get(Figure.FIRST_PLAYING) - figures.get(Figure.FIRST_STARTING) : -1;
        return passed >= 0 ? passed : null;
    }

    private void describeStalls(VideoSession summary) {
        Long starvations = since(Figure.LEAST_STARVATIONS, Figure.MOST_STARVATIONS);
        Long starvedMs = since(Figure.LEAST_STARVED_MS, Figure.MOST_STARVED_MS);
        long told = Math.max(figures.get(Figure.EVENT_STARVATIONS), figures.get(Figure.REQUEST_STARVATIONS));
        long toldMs = Math.max(figures.get(Figure.EVENT_STARVED_MS), figures.get(Figure.REQUEST_STARVED_MS));
        long starvedRequests = figures.get(Figure.STARVED_REQUESTS);
        if (starvations != null) {
            summary.setStalls(starvations);
        } else if (told > 0) {
            summary.setStalls(told);
        } else {
            summary.setStalls(tellsStates() ? scan.stalls() : starvedRequests);
        }
        if (starvedMs != null) {
            summary.setStallTimeMs(starvedMs);
        } else if (told > 0) {
            summary.setStallTimeMs(toldMs);
        } else if (tellsStates()) {
            summary.setStallTimeMs(scan.stallMs());
        } else {
            // A player of version 2 would have told; one of version 1 cannot.
            summary.setStallTimeMs(figures.get(Figure.VERSION) > 1 && starvedRequests == 0 ? 0L : null);
        }
    }

    private void describeBitrate(VideoSession summary) {
        if (figures.has(Figure.VIDEO_WEIGHT_MS)) {
            setMeanBitrate(summary, figures.get(Figure.VIDEO_BITS), figures.get(Figure.VIDEO_WEIGHT_MS));
        } else if (figures.has(Figure.AUDIO_WEIGHT_MS)) {
            setMeanBitrate(summary, figures.get(Figure.AUDIO_BITS), figures.get(Figure.AUDIO_WEIGHT_MS));
        } else if (scan.weightMs() > 0) {
            setMeanBitrate(summary, scan.bits(), scan.weightMs());
        }
        summary.setTopBitrateKbps(
                figures.has(Figure.TOP_BITRATE) ? figures.get(Figure.TOP_BITRATE) / BITS_IN_KILOBIT : null);
        summary.setBitrateSwitches(bitrateSwitches());
    }

    private static void setMeanBitrate(VideoSession summary, long bits, long weightMs) {
        summary.setMeanBitrateKbps((double) bits / weightMs / BITS_IN_KILOBIT);
        summary.setBitrateWeightMs(weightMs);
    }

    private long bitrateSwitches() {
        if (figures.has(Figure.VIDEO_CHANGES)) {
            return figures.get(Figure.VIDEO_CHANGES);
        }
        if (figures.has(Figure.VIDEO_REQUESTS)) {
            return scan.videoSwitches();
        }
        return figures.has(Figure.AUDIO_CHANGES) ? figures.get(Figure.AUDIO_CHANGES) : scan.audioSwitches();
    }

    /** What a count since the session began says of this session: all of it, or what it grew by if it began before. */
    private @Nullable Long since(Figure least, Figure most) {
        if (!figures.has(most)) {
            return null;
        }
        return continued ? figures.get(most) - figures.get(least) : figures.get(most);
    }

    private @Nullable Double mean(Figure sum, Figure count) {
        return figures.has(count) ? (double) figures.get(sum) / figures.get(count) / BITS_IN_KILOBIT : null;
    }
}
