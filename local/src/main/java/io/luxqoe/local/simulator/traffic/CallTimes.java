package io.luxqoe.local.simulator.traffic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times a call record shows, whole seconds (TS 32.298 clause 5.1.2.1.4). At least release, or seizure, is there.
 *
 * @param seizure traffic channel allocated
 * @param answer answered; absent where the call was not
 * @param release released
 * @param durationSeconds callDuration: answer to release of an answered call, holding time of another; from 1
 */
public record CallTimes(
        @Nullable Instant seizure, @Nullable Instant answer, @Nullable Instant release, int durationSeconds) {

    /** The release, or where the record has none the seizure plus the duration. */
    public Instant eventTime() {
        if (release != null) {
            return release;
        }
        if (seizure == null) {
            throw new IllegalStateException("A call record needs a seizure or a release time");
        }
        return seizure.plusSeconds(durationSeconds);
    }
}
