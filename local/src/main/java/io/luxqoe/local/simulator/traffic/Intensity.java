package io.luxqoe.local.simulator.traffic;

import java.time.Instant;
import java.time.ZoneId;

/** How many records the network writes. */
@FunctionalInterface
public interface Intensity {

    /** Records per second of event time at that instant, above 0. */
    double recordsPerSecond(Instant at);

    /** The same at all times. */
    static Intensity constant(double recordsPerSecond) {
        if (!(recordsPerSecond > 0)) {
            throw new IllegalArgumentException("The rate must be above 0 records per second, not " + recordsPerSecond);
        }
        return at -> recordsPerSecond;
    }

    /** The shape of a French day, with {@code mean} records per second over the whole day. */
    static Intensity daily(double mean) {
        Intensity level = constant(mean);
        ZoneId zone = ZoneId.of("Europe/Paris");
        return at -> level.recordsPerSecond(at) * DailyShape.factor(at, zone);
    }
}
