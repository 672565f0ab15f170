package io.luxqoe.local.runtime;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service was well throughout. A missed answer is no fault, on a machine this small: silence for ten seconds
 * is, or a start that takes more than ninety.
 */
final class HealthRecord {

    private static final long SILENCE_LIMIT_S = 10;
    private static final long START_LIMIT_S = 90;

    private enum State {
        STARTING,
        UP,
        SILENT
    }

    private final String name;
    private State state;
    private long sinceS;
    private int restarts;
    private boolean reported;
    private @Nullable String fault;

    /** A service that was seen well at {@code nowS}, in seconds of a clock that only goes on. */
    HealthRecord(String name, long nowS) {
        this.name = name;
        this.state = State.UP;
        this.sinceS = nowS;
    }

    /**
     * Takes an observation.
     *
     * @return true if the service counts as unhealthy from now on
     */
    boolean observe(boolean well, int restartsSoFar, long nowS) {
        if (restartsSoFar > restarts) {
            restarts = restartsSoFar;
            enter(State.STARTING, nowS);
        }
        if (well) {
            enter(State.UP, nowS);
            return false;
        }
        if (state == State.UP) {
            enter(State.SILENT, nowS);
        }
        long limit = state == State.STARTING ? START_LIMIT_S : SILENCE_LIMIT_S;
        if (nowS - sinceS < limit || reported) {
            return false;
        }
        reported = true;
        fault = String.format(
                Locale.ROOT,
                state == State.STARTING
                        ? "%s was not up %d s after its restart"
                        : "%s did not say it was well for %d s",
                name,
                nowS - sinceS);
        return true;
    }

    private void enter(State next, long nowS) {
        if (state != next) {
            state = next;
            sinceS = nowS;
            reported = false;
        }
    }

    /** What was wrong, as a sentence; null if nothing was. */
    @Nullable
    String fault() {
        return fault;
    }

    /** Whether the last observation found it well. */
    boolean isUp() {
        return state == State.UP;
    }
}
