package io.luxqoe.alarm.rule;

import java.time.DateTimeException;
import java.time.Duration;

/** Window sizes as ISO 8601 durations, which can write the same length in several ways ({@code PT60S}, {@code PT1M}). */
public final class WindowSize {

    private WindowSize() {}

    /**
     * The one way to write a length that several texts can mean.
     *
     * @throws IllegalArgumentException if it is no ISO 8601 duration of days or less, or not positive
     */
    public static String canonical(String isoDuration) {
        Duration size;
        try {
            size = Duration.parse(isoDuration);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("windowSize must be an ISO 8601 duration such as PT1M", e);
        }
        if (size.isNegative() || size.isZero()) {
            throw new IllegalArgumentException("windowSize must be longer than zero");
        }
        return size.toString();
    }
}
