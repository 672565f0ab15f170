package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.traffic.PlayerReport;
import io.luxqoe.local.simulator.traffic.PlayerReport.BitrateChange;
import io.luxqoe.local.simulator.traffic.PlayerReport.Interval;
import io.luxqoe.local.simulator.traffic.PlayerReport.ObjectRequest;
import io.luxqoe.local.simulator.traffic.PlayerReport.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through the reports of one session in their order, by what {@code docs/video-sessions.md} says. Used once. */
final class SessionCourse {

    private final List<PlayerReport> reports;
    private final PlayedTime played = new PlayedTime();
    private final RequestedObjects requested = new RequestedObjects();
    private boolean beginningKnown;
    private boolean tellsStates;
    private boolean tellsChanges;
    private int leastNumber = Integer.MAX_VALUE;
    private @Nullable Instant firstStarting;
    private @Nullable Instant firstPlaying;
    private @Nullable Instant lastFatal;
    private @Nullable Integer startDelayMs;
    private long tellsOfStarvation;
    private long starvedMs;
    private long bitrateChanges;

    SessionCourse(List<PlayerReport> reports) {
        this.reports = reports;
    }

    VideoSession session() {
        reports.forEach(this::take);
        PlayerReport first = reports.get(0);
        Instant end = reports.get(reports.size() - 1).eventTime();
        played.until(end);
        boolean continued = !beginningKnown && leastNumber > 1;
        boolean started = firstPlaying != null || startDelayMs != null || (!tellsStates && requested.media() > 1);
        boolean fetchedWeighs = requested.weightMs() > 0;
        return new VideoSession(
                first.viewing().session(),
                first.element().id(),
                first.viewing().host(),
                first.eventTime(),
                end,
                continued,
                started,
                !started && !continued && lastFatal != null,
                started && lastFatal != null && (firstPlaying == null || !lastFatal.isBefore(firstPlaying)),
                continued ? null : startUpTimeMs(),
                played.isKnown() ? played.playingMs() : requested.durationMs(),
                stallTimeMs(),
                stalls(),
                fetchedWeighs ? requested.kbpsMs() : played.kbpsMs(),
                fetchedWeighs ? requested.weightMs() : played.weightMs(),
                tellsChanges ? bitrateChanges : requested.switches());
    }

    private void take(PlayerReport report) {
        leastNumber = Math.min(leastNumber, report.number());
        Instant time = report.eventTime();
        if (report.told() instanceof StateChange change) {
            tellsStates = true;
            takeState(change, time);
            played.change(time, change.state(), change.kbps());
        } else if (report.told() instanceof Interval interval) {
            tellsStates = true;
            firstPlaying = firstPlaying == null && interval.state() == 'p' ? time : firstPlaying;
            played.holds(time, interval.kbps());
        } else if (report.told() instanceof BitrateChange change) {
            tellsChanges = true;
            bitrateChanges++;
            played.holds(time, change.kbps());
        } else if (report.told() instanceof ObjectRequest request) {
            takeStartDelay(request.startDelayMs());
            requested.add(request);
        }
    }

    private void takeState(StateChange change, Instant time) {
        takeStartDelay(change.startDelayMs());
        if (change.starvedMs() != null) {
            tellsOfStarvation++;
            starvedMs += change.starvedMs();
        }
        switch (change.state()) {
            case 's' -> {
                beginningKnown = true;
                firstStarting = firstStarting == null ? time : firstStarting;
            }
            case 'p' -> firstPlaying = firstPlaying == null ? time : firstPlaying;
            case 'f' -> lastFatal = time;
            default -> {
                // It has no part in how the session began and failed.
            }
        }
    }

    private void takeStartDelay(@Nullable Integer delayMs) {
        if (delayMs != null) {
            beginningKnown = true;
            startDelayMs = startDelayMs == null ? delayMs : Math.min(startDelayMs, delayMs);
        }
    }

    private @Nullable Long startUpTimeMs() {
        if (startDelayMs != null) {
            return startDelayMs.longValue();
        }
        if (firstStarting == null || firstPlaying == null || firstPlaying.isBefore(firstStarting)) {
            return null;
        }
        return Duration.between(firstStarting, firstPlaying).toMillis();
    }

    private long stalls() {
        if (tellsOfStarvation > 0) {
            return tellsOfStarvation;
        }
        return played.isKnown() ? played.stalls() : requested.starved();
    }

    /** A player that only says that it rebuffered, with a request, does not say how long. */
    private @Nullable Long stallTimeMs() {
        if (tellsOfStarvation > 0) {
            return starvedMs;
        }
        if (played.isKnown()) {
            return played.stallMs();
        }
        return requested.starved() == 0 ? 0L : null;
    }
}
