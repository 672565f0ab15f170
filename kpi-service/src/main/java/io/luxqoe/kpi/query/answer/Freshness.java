package io.luxqoe.kpi.query.answer;

import io.luxqoe.kpi.query.read.Standing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is.
 *
 * @param watermark event time that the partitions have come to, the least; null before they have any
 * @param lag how far that lies behind the clock
 * @param staleness how long ago the stores were read, the longest
 */
public record Freshness(@Nullable Instant watermark, @Nullable Duration lag, Duration staleness) {

    static Freshness of(Standing standing, Instant now) {
        Duration staleness = Duration.ofMillis(standing.ageMs());
        if (standing.watermark() == Standing.NONE) {
            return new Freshness(null, null, staleness);
        }
        Instant watermark = Instant.ofEpochMilli(standing.watermark());
        return new Freshness(watermark, Duration.between(watermark, now), staleness);
    }
}
