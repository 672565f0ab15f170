package io.luxqoe.local.simulator.feed;

import io.luxqoe.local.simulator.delivery.Defects;
import io.luxqoe.local.simulator.delivery.DeliverySettings;
import java.time.Duration;

/**
 * What a live feed brings.
 *
 * @param recordsPerSecond charging records per second of the wall clock, above 0
 * @param seed the same seed and start give the same feed
 * @param cdrsPerRecord most charging records in a raw record
 * @param grace grace of the windows, which late and out-of-order records are made by
 * @param defects what goes wrong in the delivery
 * @param incidents whether the standard incidents take place
 * @param dailyShape whether the rate of an unbounded feed follows the shape of the day once it has caught up;
 *     {@code recordsPerSecond} is then its mean over the day
 */
public record FeedSettings(
        double recordsPerSecond,
        long seed,
        int cdrsPerRecord,
        Duration grace,
        Defects defects,
        boolean incidents,
        boolean dailyShape) {

    public FeedSettings {
        if (!(recordsPerSecond > 0)) {
            throw new IllegalArgumentException("The rate must be above 0 records per second, not " + recordsPerSecond);
        }
    }

    /** The usual feed at that rate: files of up to 50, the usual grace, typical defects, the incidents. */
    public static FeedSettings atRate(double recordsPerSecond) {
        return new FeedSettings(recordsPerSecond, 42, 50, DeliverySettings.USUAL_GRACE, Defects.TYPICAL, true, false);
    }

    public FeedSettings withSeed(long value) {
        return new FeedSettings(recordsPerSecond, value, cdrsPerRecord, grace, defects, incidents, dailyShape);
    }

    public FeedSettings withCdrsPerRecord(int count) {
        return new FeedSettings(recordsPerSecond, seed, count, grace, defects, incidents, dailyShape);
    }

    public FeedSettings withGrace(Duration duration) {
        return new FeedSettings(recordsPerSecond, seed, cdrsPerRecord, duration, defects, incidents, dailyShape);
    }

    public FeedSettings withDefects(Defects shares) {
        return new FeedSettings(recordsPerSecond, seed, cdrsPerRecord, grace, shares, incidents, dailyShape);
    }

    public FeedSettings withIncidents(boolean takePlace) {
        return new FeedSettings(recordsPerSecond, seed, cdrsPerRecord, grace, defects, takePlace, dailyShape);
    }

    public FeedSettings withDailyShape(boolean follows) {
        return new FeedSettings(recordsPerSecond, seed, cdrsPerRecord, grace, defects, incidents, follows);
    }
}
