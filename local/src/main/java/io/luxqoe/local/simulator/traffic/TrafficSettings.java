package io.luxqoe.local.simulator.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * What traffic to make.
 *
 * @param begin event time at which it begins
 * @param end event time at which it ends, exclusive; {@link Instant#MAX} for never
 * @param intensity how much of it
 * @param mix of what
 * @param seed the same seed gives the same traffic
 */
public record TrafficSettings(Instant begin, Instant end, Intensity intensity, Mix mix, long seed) {

    public TrafficSettings {
        if (!begin.isBefore(end)) {
            throw new IllegalArgumentException("Traffic must begin before it ends: " + begin + ", " + end);
        }
    }

    /** Some of everything. */
    public TrafficSettings(Instant begin, Instant end, Intensity intensity, long seed) {
        this(begin, end, intensity, Mix.EVERYTHING, seed);
    }

    /** The same of other activities. */
    public TrafficSettings withMix(Mix other) {
        return new TrafficSettings(begin, end, intensity, other, seed);
    }

    /** A span of traffic at a constant rate, in records per second of event time. */
    public static TrafficSettings of(Instant begin, Duration span, double recordsPerSecond, long seed) {
        return new TrafficSettings(begin, begin.plus(span), Intensity.constant(recordsPerSecond), seed);
    }
}
