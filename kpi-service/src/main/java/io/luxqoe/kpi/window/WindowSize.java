package io.luxqoe.kpi.window;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A kind of window: tumbling ({@code PT15M}), hopping ({@code PT5M/PT1M}: 5 minutes long, one begins each minute), or the
 * day of a zone ({@code P1D}, 23 to 25 hours long). Tumbling and hopping windows are aligned to the epoch.
 *
 * @param id as it is written in configuration, topics and queries
 * @param length length; of a day its usual one
 * @param hop time from one window's start to the next's; equal to the length unless hopping
 * @param zone zone of a day, else null
 */
public record WindowSize(String id, Duration length, Duration hop, @Nullable ZoneId zone) {

    private static final String DAY = "P1D";

    /**
     * Reads a size.
     *
     * @param id {@code P1D}, an ISO 8601 duration of less than a day that divides a day, or two of them joined by a slash
     *     of which the second divides the first
     * @param zone zone of days
     * @throws IllegalArgumentException if it is none of these
     */
    public static WindowSize of(String id, ZoneId zone) {
        if (id.equals(DAY)) {
            return new WindowSize(id, Duration.ofDays(1), Duration.ofDays(1), zone);
        }
        String[] parts = id.split("/", -1);
        if (parts.length > 2) {
            throw new IllegalArgumentException(id + " has more than one slash");
        }
        Duration length = duration(id, parts[0]);
        Duration hop = parts.length == 1 ? length : duration(id, parts[1]);
        if (!divides(hop, length)) {
            throw new IllegalArgumentException(id + ": the hop does not divide the length");
        }
        return new WindowSize(id, length, hop, null);
    }

    /** Start of the one window, or of the newest of the hopping windows, that holds a time; epoch ms. */
    public long startOf(long time) {
        if (zone == null) {
            return Watermarks.windowStart(time, hop.toMillis());
        }
        return startOfDay(dayOf(time, zone), zone);
    }

    /** End of the window of a start, exclusive, epoch ms. */
    public long endOf(long start) {
        return zone == null
                ? start + length.toMillis()
                : startOfDay(dayOf(start, zone).plusDays(1), zone);
    }

    /** Takes the starts of all windows that hold a time; one, unless they hop. */
    void forEachHolding(long time, LongConsumer starts) {
        long newest = startOf(time);
        starts.accept(newest);
        if (isHopping()) {
            for (long start = newest - hop.toMillis(); start + length.toMillis() > time; start -= hop.toMillis()) {
                starts.accept(start);
            }
        }
    }

    boolean isHopping() {
        return hop.compareTo(length) < 0;
    }

    boolean isDay() {
        return zone != null;
    }

    /** Whether every window of this size is made of whole windows of another, tumbling one. */
    boolean isMadeOf(WindowSize finer) {
        if (finer.isHopping() || finer.isDay() || finer.length.compareTo(length) >= 0) {
            return false;
        }
        // days begin at a whole quarter of an hour of UTC in every zone of today
        return isDay() ? divides(finer.length, Duration.ofMinutes(15)) : divides(finer.length, hop);
    }

    private static LocalDate dayOf(long time, ZoneId zone) {
        return Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    }

    private static long startOfDay(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private static Duration duration(String id, String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.compareTo(Duration.ofSeconds(1)) < 0 || !divides(duration, Duration.ofDays(1))) {
                throw new IllegalArgumentException(id + ": " + text + " does not divide a day, or is less than PT1S");
            }
            return duration;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    id + ": not P1D, an ISO 8601 duration such as PT15M, or length and hop such as PT5M/PT1M", e);
        }
    }

    private static boolean divides(Duration part, Duration whole) {
        return whole.toMillis() % part.toMillis() == 0;
    }
}
