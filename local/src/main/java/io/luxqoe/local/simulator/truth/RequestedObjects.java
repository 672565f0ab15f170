package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.traffic.PlayerReport.ObjectRequest;

/** The objects that a player requested. Those of video count, those of audio only where there are none of video. */
final class RequestedObjects {

    private final Media video = new Media();
    private final Media audio = new Media();
    private long starved;

    void add(ObjectRequest request) {
        starved += request.starved() ? 1 : 0;
        switch (request.kind()) {
            case 'v' -> video.add(request);
            case 'a' -> audio.add(request);
            default -> {
                // A manifest is no media.
            }
        }
    }

    /** How many objects of video and audio. */
    long media() {
        return video.count + audio.count;
    }

    /** Requests after a rebuffering. */
    long starved() {
        return starved;
    }

    long durationMs() {
        return counting().durationMs;
    }

    /** How long the objects play whose bitrate is known: all. */
    long weightMs() {
        return counting().durationMs;
    }

    long kbpsMs() {
        return counting().kbpsMs;
    }

    long switches() {
        return counting().switches;
    }

    private Media counting() {
        return video.count > 0 ? video : audio;
    }

    private static final class Media {
        private long count;
        private long durationMs;
        private long kbpsMs;
        private long switches;
        private int kbps;

        void add(ObjectRequest request) {
            switches += count > 0 && request.kbps() != kbps ? 1 : 0;
            kbps = request.kbps();
            count++;
            durationMs += request.durationMs();
            kbpsMs += (long) request.kbps() * request.durationMs();
        }
    }
}
