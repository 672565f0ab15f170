package io.luxqoe.kpi.video;

import io.luxqoe.schemas.VideoReport;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one CMCD report tells of its session (CTA-5004-B). Numbers beyond what a player can mean are brought back to it. */
final class PlayerReport {

    private static final Set<String> BITRATE_EVENTS = Set.of("ps", "bc", "t");
    private static final double LONGEST_MS = 7 * 86_400_000.0;
    private static final double LONGEST_OBJECT_MS = 3_600_000.0;
    private static final double FASTEST_KBPS = 1_000_000.0;
    private static final double BITS_IN_KILOBIT = 1000.0;

    private final VideoReport report;
    private final OpenSession session;
    private final long number;

    private PlayerReport(VideoReport report, OpenSession session) {
        this.report = report;
        this.session = session;
        this.number = numberOf(report);
    }

    /** sn of a report, or -1. */
    static long numberOf(VideoReport report) {
        return report.getSequenceNumber() == null ? -1 : report.getSequenceNumber();
    }

    /** Adds what the report tells to the session of this report alone. */
    static void tell(VideoReport report, OpenSession session) {
        PlayerReport told = new PlayerReport(report, session);
        told.tellTexts();
        told.tellState();
        told.tellStarvation();
        told.tellQuality();
        if (report.getEvent() == null) {
            told.tellRequest();
        } else {
            told.tellEvent(report.getEvent());
        }
    }

    private void tellTexts() {
        session.add(Figure.REPORTS, 1)
                .add(Figure.VERSION, report.getVersion())
                .tell(Text.CONTENT_ID, number, report.getContentId())
                .tell(Text.STREAMING_FORMAT, number, report.getStreamingFormat())
                .tell(Text.STREAM_TYPE, number, report.getStreamType())
                .tell(Text.CDN, number, report.getCdn())
                .tell(Text.REQUESTED_HOST, number, report.getRequestedHost())
                .tellErrors(report.getErrorCodes());
        if (number >= 0) {
            session.add(Figure.LEAST_NUMBER, number);
        }
    }

    private void tellState() {
        String state = report.getPlayState();
        if (report.getMediaStartDelayMs() != null) {
            session.add(Figure.BEGINNINGS, 1)
                    .add(Figure.START_DELAY_MS, rounded(report.getMediaStartDelayMs(), LONGEST_MS));
        }
        if (state == null) {
            return;
        }
        session.add(Figure.STATES, 1).tell(Text.END_STATE, number, state);
        switch (state) {
            case "s" -> session.add(Figure.BEGINNINGS, 1).add(Figure.FIRST_STARTING, session.start());
            case "d" -> session.add(Figure.BEGINNINGS, 1);
            case "p" -> session.add(Figure.FIRST_PLAYING, session.start());
            case "f" -> session.add(Figure.LAST_FATAL, session.start());
            default -> {
                // what it was doing last, no more
            }
        }
    }

    private void tellStarvation() {
        span(Figure.LEAST_STARVATIONS, Figure.MOST_STARVATIONS, report.getBufferStarvations());
        Double total = report.getBufferStarvationTotalMs();
        span(Figure.LEAST_STARVED_MS, Figure.MOST_STARVED_MS, total == null ? null : rounded(total, LONGEST_MS));
        Double starved = report.getBufferStarvationDurationMs();
        if (starved != null) {
            boolean request = report.getEvent() == null;
            session.add(request ? Figure.REQUEST_STARVATIONS : Figure.EVENT_STARVATIONS, 1)
                    .add(request ? Figure.REQUEST_STARVED_MS : Figure.EVENT_STARVED_MS, rounded(starved, LONGEST_MS));
        }
    }

    private void tellQuality() {
        span(Figure.LEAST_DROPPED, Figure.MOST_DROPPED, report.getDroppedFrames());
        if (report.getTopBitrateKbps() != null) {
            session.add(Figure.TOP_BITRATE, bits(report.getTopBitrateKbps()));
        }
        if (report.getLiveLatencyMs() != null) {
            session.add(Figure.LATENCIES, 1).add(Figure.LATENCY_MS, rounded(report.getLiveLatencyMs(), LONGEST_MS));
        }
        if (report.getMeasuredThroughputKbps() != null) {
            session.add(Figure.THROUGHPUTS, 1).add(Figure.THROUGHPUT, bits(report.getMeasuredThroughputKbps()));
        }
    }

    private void tellRequest() {
        session.add(Figure.REQUESTS, 1);
        if (report.getBufferStarved()) {
            session.add(Figure.STARVED_REQUESTS, 1);
        }
        boolean sized = report.getEncodedBitrateKbps() != null || report.getObjectDurationMs() != null;
        String type = report.getObjectType() == null && sized ? "v" : report.getObjectType();
        if ("v".equals(type) || "av".equals(type)) {
            session.add(Figure.VIDEO_REQUESTS, 1);
            tellObject(Figure.VIDEO_MS, Figure.VIDEO_WEIGHT_MS, Figure.VIDEO_BITS, Point.Kind.VIDEO_BITRATE);
        } else if ("a".equals(type)) {
            session.add(Figure.AUDIO_REQUESTS, 1);
            tellObject(Figure.AUDIO_MS, Figure.AUDIO_WEIGHT_MS, Figure.AUDIO_BITS, Point.Kind.AUDIO_BITRATE);
        }
    }

    private void tellObject(Figure durations, Figure weights, Figure weighted, Point.Kind kind) {
        Double duration = report.getObjectDurationMs();
        Double bitrate = report.getEncodedBitrateKbps();
        long durationMs = duration == null ? 0 : rounded(duration, LONGEST_OBJECT_MS);
        session.add(durations, durationMs);
        if (bitrate != null) {
            session.add(weights, durationMs)
                    .add(weighted, bits(bitrate) * durationMs)
                    .point(number, kind, bits(bitrate));
        }
    }

    private void tellEvent(String event) {
        String state = report.getPlayState();
        if (event.equals("ps") && state != null && state.length() == 1) {
            session.add(Figure.STATE_EVENTS, 1).point(number, Point.Kind.STATE, state.charAt(0));
        }
        boolean audio = "a".equals(report.getObjectType());
        if (event.equals("bc")) {
            session.add(audio ? Figure.AUDIO_CHANGES : Figure.VIDEO_CHANGES, 1);
        }
        Double bitrate = report.getPlayheadBitrateKbps() != null
                ? report.getPlayheadBitrateKbps()
                : report.getEncodedBitrateKbps();
        if (bitrate != null && !audio && BITRATE_EVENTS.contains(event)) {
            session.point(number, Point.Kind.PLAYED_BITRATE, bits(bitrate));
        }
    }

    private void span(Figure least, Figure most, @Nullable Long count) {
        if (count != null) {
            session.add(least, count).add(most, count);
        }
    }

    /** A bitrate of kbit/s in bit/s. */
    private static long bits(double kbps) {
        return Math.round(Math.min(Math.max(kbps, 0), FASTEST_KBPS) * BITS_IN_KILOBIT);
    }

    /** A time in ms, at most so long, either way. */
    private static long rounded(double ms, double longest) {
        return Math.round(Math.min(Math.max(ms, -longest), longest));
    }
}
