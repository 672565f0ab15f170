package io.luxqoe.decoder.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which sources are silent. Two clocks tell: the partition's own, its raw records' timestamps, by which a source is
 * silent when others have gone on without it; and the wall clock, by which all are silent when nothing came at all. The
 * first knows no backlog and no restart; the second counts from the start of the task anew, and only while the task is
 * seen to run: a machine that slept or a thread that hung says nothing of the sources.
 */
final class SilenceWatch {
    private static final long NEVER = Long.MAX_VALUE;

    private final Sources sources;
    private final long idleAfter;
    private long nextCheck = Long.MIN_VALUE;
    private final long longestTick;
    private long lastTick;
    private long quiet;
    private long quietBefore;
    private boolean heard;

    /** Begins to watch at {@code now} of the wall clock, ms, which is to tick every {@code tick}. */
    SilenceWatch(Sources sources, Duration idleAfter, Duration tick, long now) {
        this.sources = sources;
        this.idleAfter = idleAfter.toMillis();
        this.longestTick = 2 * tick.toMillis();
        this.lastTick = now;
    }

    /**
     * A raw record came, of the source {@code speaker}. Returns those that are silent by the partition's clock.
     */
    List<Sources.Known> silentWhile(Sources.Known speaker) {
        heard = true;
        long time = sources.time();
        if (time < nextCheck) {
            return List.of();
        }
        List<Sources.Known> silent = new ArrayList<>();
        long next = NEVER;
        for (Sources.Known source : sources.all()) {
            boolean speaks = source.id().equals(speaker.id());
            if (!speaks && time - source.heardOfAt() >= idleAfter) {
                silent.add(source);
            }
            long from = speaks || time - source.heardOfAt() >= idleAfter ? time : source.heardOfAt();
            next = Math.min(next, from + idleAfter);
        }
        nextCheck = next;
        return silent;
    }

    /** Whether nothing came at all for so long, by the wall clock; true once for each such time. */
    boolean isAllQuiet(long now) {
        quiet = heard ? 0 : quiet + Math.min(now - lastTick, longestTick);
        quietBefore = heard ? 0 : quietBefore;
        heard = false;
        lastTick = now;
        if (quiet < idleAfter) {
            return false;
        }
        quietBefore += quiet;
        quiet = 0;
        return true;
    }

    /** How long a source has been silent, ms: by the partition's clock, and where that stands still by the wall clock. */
    long silenceOf(Sources.Known source) {
        return sources.time() - source.lastSeen() + quietBefore + quiet;
    }
}
