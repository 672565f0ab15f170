package io.luxqoe.local.simulator.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Video measurements of a window, over the sessions whose last report lies in it. */
public final class ViewingFigures implements Figures {

    private final List<Long> startUpTimesMs = new ArrayList<>();
    private long sessions;
    private long started;
    private long startFailures;
    private long exitsBeforeStart;
    private long playbackFailures;
    private long playingMs;
    private long stallMs;
    private long observedPlayingMs;
    private long stalls;
    private long stalledSessions;
    private long bitrateKbpsMs;
    private long bitrateWeightMs;
    private long switches;

    void add(VideoSession session) {
        if (!session.continued()) {
            sessions++;
            started += session.started() ? 1 : 0;
            startFailures += session.startFailed() ? 1 : 0;
            exitsBeforeStart += !session.started() && !session.startFailed() ? 1 : 0;
            stalledSessions += session.stalls() > 0 ? 1 : 0;
            if (session.startUpTimeMs() != null) {
                startUpTimesMs.add(session.startUpTimeMs());
            }
        }
        playbackFailures += session.playbackFailed() ? 1 : 0;
        playingMs += session.playingTimeMs();
        if (session.stallTimeMs() != null) {
            stallMs += session.stallTimeMs();
            observedPlayingMs += session.playingTimeMs();
        }
        stalls += session.stalls();
        bitrateKbpsMs += session.bitrateKbpsMs();
        bitrateWeightMs += session.bitrateWeightMs();
        switches += session.switches();
    }

    @Override
    public Map<String, Long> sums() {
        return Map.ofEntries(
                Map.entry("sessions", sessions),
                Map.entry("started", started),
                Map.entry("startFailures", startFailures),
                Map.entry("exitsBeforeStart", exitsBeforeStart),
                Map.entry("playbackFailures", playbackFailures),
                Map.entry("playingTimeMs", playingMs),
                Map.entry("stallTimeMs", stallMs),
                Map.entry("observedPlayingTimeMs", observedPlayingMs),
                Map.entry("stalls", stalls),
                Map.entry("stalledSessions", stalledSessions),
                Map.entry("bitrateKbpsMs", bitrateKbpsMs),
                Map.entry("bitrateWeightMs", bitrateWeightMs),
                Map.entry("switches", switches));
    }

    /** Start-up times, ms, ascending. */
    public List<Long> startUpTimesMs() {
        return startUpTimesMs.stream().sorted().toList();
    }

    @Override
    public Map<String, KpiFigure> kpis() {
        return Map.of(
                "video.sessions", KpiFigure.count(sessions),
                "video.start-failure-rate", KpiFigure.ratio(startFailures, sessions));
    }
}
