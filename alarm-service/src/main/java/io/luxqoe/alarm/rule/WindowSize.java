package io.luxqoe.alarm.rule;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Window sizes as ISO 8601 durations, which can write the same length in several ways ({@code PT60S}, {@code PT1M}). */
public final class WindowSize {

    private WindowSize() {}

    /**
     * The one way to write a size that several texts can mean. Of hopping windows it is length and hop, with a slash.
     *
     * @throws IllegalArgumentException if it is no ISO 8601 duration of days or less, nor two, or one is not positive
     */
    public static String canonical(String size) {
        String[] parts = size.split("/", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException("windowSize has more than one slash");
        }
        return Arrays.stream(parts).map(WindowSize::duration).collect(Collectors.joining("/"));
    }

    private static String duration(String isoDuration) {
        Duration duration;
        try {
            duration = Duration.parse(isoDuration);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("windowSize must be an ISO 8601 duration such as PT1M", e);
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("windowSize must be longer than zero");
        }
        return duration.toString();
    }
}
