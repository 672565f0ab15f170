package io.luxqoe.kpi.baseline;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * Hours of the week on the clocks of a zone. People call by the clock on the wall: where it changes to summer time, an hour
 * of that week is missing and teaches nothing, and where it changes back, one is twice as long and teaches by both.
 *
 * @param zone the zone
 */
public record HourOfWeek(ZoneId zone) {

    /** Hours in a week. */
    public static final int HOURS = 7 * 24;

    /** 1970-01-01 was a Thursday, three days behind the Monday that week 0 began with. */
    private static final int DAYS_OF_FIRST_WEEK = 3;

    /** Hour of the week, from 0 (Monday, midnight to 1 o'clock) to 167. */
    public int of(Instant time) {
        LocalDateTime local = local(time);
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }

    /** Number of the week, which begins on Monday: 0 is that of 1970-01-01. */
    public int week(Instant time) {
        return (int) Math.floorDiv(local(time).toLocalDate().toEpochDay() + DAYS_OF_FIRST_WEEK, 7);
    }

    /** Whether the clocks of the zone have shown this time already, before they went back. */
    public boolean isRepeated(Instant time) {
        ZoneOffsetTransition change = zone.getRules().previousTransition(time.plusMillis(1));
        return change != null
                && change.isOverlap()
                && time.isBefore(change.getInstant().minus(change.getDuration()));
    }

    private LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, zone);
    }
}
