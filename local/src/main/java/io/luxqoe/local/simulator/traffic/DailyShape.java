package io.luxqoe.local.simulator.traffic;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How traffic swells and ebbs over the day. */
final class DailyShape {

    /** Relative traffic at each full hour of local time; in between it changes steadily. */
    private static final double[] AT_HOUR = {
        0.22, 0.12, 0.08, 0.06, 0.07, 0.14, 0.35, 0.75, 1.15, 1.40, 1.50, 1.55,
        1.50, 1.35, 1.35, 1.40, 1.50, 1.75, 1.90, 1.75, 1.45, 1.15, 0.75, 0.40
    };

    private static final double MEAN = mean();

    private DailyShape() {}

    /** Traffic at that instant relative to the mean of the day. */
    static double factor(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        double before = AT_HOUR[local.getHour()];
        double after = AT_HOUR[(local.getHour() + 1) % AT_HOUR.length];
        double fraction = (local.getMinute() * 60 + local.getSecond()) / 3600.0;
        return (before + (after - before) * fraction) / MEAN;
    }

    /** The shape is linear between the hours, so its mean is that of the hours. */
    private static double mean() {
        double sum = 0;
        for (double hour : AT_HOUR) {
            sum += hour;
        }
        return sum / AT_HOUR.length;
    }
}
