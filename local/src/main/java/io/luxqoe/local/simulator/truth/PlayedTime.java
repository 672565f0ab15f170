package io.luxqoe.local.simulator.truth;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a player was in which state, and what it played meanwhile. A state and a bitrate hold until another is told. */
final class PlayedTime {

    private boolean known;
    private char state = '?';
    private @Nullable Integer kbps;
    private @Nullable Instant at;
    private long playingMs;
    private long stallMs;
    private long stalls;
    private long kbpsMs;
    private long weightMs;

    /** The player is in that state from that time on, and plays that bitrate, if it says so. */
    void change(Instant time, char entered, @Nullable Integer bitrate) {
        until(time);
        known = true;
        stalls += entered == 'r' && state != 'r' ? 1 : 0;
        state = entered;
        holds(time, bitrate);
    }

    /** The player plays that bitrate from that time on, if it says so. */
    void holds(Instant time, @Nullable Integer bitrate) {
        until(time);
        kbps = bitrate == null ? kbps : bitrate;
    }

    /** What holds goes on until that time. */
    void until(Instant time) {
        long passed = at == null ? 0 : Duration.between(at, time).toMillis();
        at = time;
        if (state == 'r') {
            stallMs += passed;
        } else if (state == 'p') {
            playingMs += passed;
            if (kbps != null) {
                weightMs += passed;
                kbpsMs += passed * kbps;
            }
        }
    }

    /** Whether a change of state was told. */
    boolean isKnown() {
        return known;
    }

    long playingMs() {
        return playingMs;
    }

    long stallMs() {
        return stallMs;
    }

    long stalls() {
        return stalls;
    }

    long kbpsMs() {
        return kbpsMs;
    }

    long weightMs() {
        return weightMs;
    }
}
