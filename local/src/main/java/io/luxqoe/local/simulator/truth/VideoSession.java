package io.luxqoe.local.simulator.truth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What must become of the reports of a viewing that follow one another within the gap.
 *
 * @param id sid
 * @param source collector that the first report went to
 * @param host host that delivered it
 * @param start time of the first report
 * @param end time of the last report
 * @param continued whether its beginning is not known
 * @param started whether it played
 * @param startFailed whether a fatal error came and it never played
 * @param playbackFailed whether a fatal error came when it had played
 * @param startUpTimeMs ms until it played, if that is known
 * @param playingTimeMs ms that it played
 * @param stallTimeMs ms that it rebuffered, if that can be known
 * @param stalls how often it rebuffered
 * @param bitrateKbpsMs sum of the bitrates, each times how long it held, kbit/s times ms
 * @param bitrateWeightMs how long these held, ms
 * @param switches how often the bitrate changed
 */
public record VideoSession(
        String id,
        String source,
        String host,
        Instant start,
        Instant end,
        boolean continued,
        boolean started,
        boolean startFailed,
        boolean playbackFailed,
        @Nullable Long startUpTimeMs,
        long playingTimeMs,
        @Nullable Long stallTimeMs,
        long stalls,
        long bitrateKbpsMs,
        long bitrateWeightMs,
        long switches) {}
