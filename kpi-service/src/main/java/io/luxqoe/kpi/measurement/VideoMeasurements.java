package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.VideoSession;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measurements over viewings, summed up when they are over; single reports of players are not measured. sessions = started
 * + startFailures + exitsBeforeStart. The rest of a viewing that was cut in two adds what was played, and is no session.
 */
final class VideoMeasurements implements MeasurementFamily {

    private static final int SESSIONS = 0;
    private static final int STARTED = 1;
    private static final int START_FAILURES = 2;
    private static final int EXITS_BEFORE_START = 3;
    private static final int PLAYBACK_FAILURES = 4;
    private static final int PLAYING_TIME_MS = 5;
    private static final int STALL_TIME_MS = 6;
    private static final int OBSERVED_PLAYING_TIME_MS = 7;
    private static final int STALLS = 8;
    private static final int STALLED_SESSIONS = 9;
    private static final int BITRATE_KBPS_MS = 10;
    private static final int BITRATE_WEIGHT_MS = 11;
    private static final int SWITCHES = 12;
    private static final int UNDER_PLANNED_WORK = 13;
    private static final int START_UP_TIME_MS = 0;
    private static final int BITRATE_KBPS = 1;

    private static final List<Measurement> MEASUREMENTS = Stream.of(
                    List.of(
                            Measurement.sum("sessions", "1 unless it continues a session that was cut"),
                            Measurement.sum("started", "1 if it is a session and played"),
                            Measurement.sum(
                                    "startFailures", "1 if it is a session and a fatal error came before it played"),
                            Measurement.sum(
                                    "exitsBeforeStart",
                                    "1 if it is a session and ended before it played, without a fatal error"),
                            Measurement.sum("playbackFailures", "1 if a fatal error came after it had played"),
                            Measurement.sum("playingTimeMs", "time that it played"),
                            Measurement.sum(
                                    "stallTimeMs", "time that it rebuffered, start-up and seeking excluded, if known"),
                            Measurement.sum(
                                    "observedPlayingTimeMs",
                                    "time that it played, if it is known how long it rebuffered: the rebuffering ratio"
                                            + " is stallTimeMs / (stallTimeMs + observedPlayingTimeMs)"),
                            Measurement.sum("stalls", "how often it rebuffered"),
                            Measurement.sum("stalledSessions", "1 if it is a session and rebuffered"),
                            Measurement.sum(
                                    "bitrateKbpsMs",
                                    "its mean encoded bitrate in kbit/s times bitrateWeightMs, if it has one"),
                            Measurement.sum(
                                    "bitrateWeightMs", "time that its mean bitrate was taken over, if it has one"),
                            Measurement.sum("switches", "how often its bitrate changed"),
                            PlannedWorks.measurement(),
                            Measurement.distribution(
                                    "startUpTimeMs", "time from its first request to playing, if it is a session"),
                            Measurement.distribution("bitrateKbps", "its mean encoded bitrate, kbit/s, if it has one")),
                    CustomerImpact.measurements("a fatal error ended it"))
            .flatMap(List::stream)
            .toList();

    @Override
    public String id() {
        return "video";
    }

    @Override
    public List<Measurement> measurements() {
        return MEASUREMENTS;
    }

    @Override
    public void measure(EnrichedEvent event, Contribution contribution) {
        if (!(event.getEvent().getDetails() instanceof VideoSession session)) {
            return;
        }
        PlannedWorks.add(event, UNDER_PLANNED_WORK, contribution);
        if (!session.getContinued()) {
            addSession(session, contribution);
        }
        contribution.add(PLAYBACK_FAILURES, session.getPlaybackFailed() ? 1 : 0);
        contribution.add(PLAYING_TIME_MS, session.getPlayingTimeMs());
        if (session.getStallTimeMs() != null) {
            contribution.add(STALL_TIME_MS, session.getStallTimeMs());
            contribution.add(OBSERVED_PLAYING_TIME_MS, session.getPlayingTimeMs());
        }
        contribution.add(STALLS, session.getStalls());
        contribution.add(SWITCHES, session.getBitrateSwitches());
        addBitrate(session, contribution);
        CustomerImpact.add(event, session.getStartFailed() || session.getPlaybackFailed(), contribution);
    }

    private static void addSession(VideoSession session, Contribution contribution) {
        contribution.count(SESSIONS);
        contribution.add(STARTED, session.getStarted() ? 1 : 0);
        contribution.add(START_FAILURES, session.getStartFailed() ? 1 : 0);
        contribution.add(EXITS_BEFORE_START, session.getExitedBeforeStart() ? 1 : 0);
        contribution.add(STALLED_SESSIONS, session.getStalls() > 0 ? 1 : 0);
        if (session.getStartUpTimeMs() != null) {
            contribution.record(START_UP_TIME_MS, session.getStartUpTimeMs());
        }
    }

    /** The sums are of whole numbers, so that the order of sessions does not matter. */
    private static void addBitrate(VideoSession session, Contribution contribution) {
        Double bitrate = session.getMeanBitrateKbps();
        if (bitrate != null) {
            contribution.add(BITRATE_KBPS_MS, Math.round(bitrate * session.getBitrateWeightMs()));
            contribution.add(BITRATE_WEIGHT_MS, session.getBitrateWeightMs());
            contribution.record(BITRATE_KBPS, Math.round(bitrate));
        }
    }
}
