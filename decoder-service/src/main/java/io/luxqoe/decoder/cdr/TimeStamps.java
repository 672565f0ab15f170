package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;

/**
 * TimeStamp of TS 32.298 clause 5.1.1: nine octets, BCD YYMMDDhhmmss, then {@code +} or {@code -}, then BCD hhmm of the
 * offset from UTC. Years are those of the 21st century.
 */
public final class TimeStamps {
    /** Octets of a TimeStamp. */
    public static final int LENGTH = 9;

    private static final int[] DAYS_BEFORE_MONTH = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
    private static final long DAYS_TO_2000 = 10_957;
    private static final int MAX_OFFSET_HOURS = 15;

    private TimeStamps() {}

    /** The instant at {@code from}, UTC, ms. */
    public static long read(byte[] octets, int from, String field) throws DecodeFailure {
        int year = part(octets, from, 0, 99, "year", field);
        int month = part(octets, from + 1, 1, 12, "month", field);
        int day = part(octets, from + 2, 1, daysIn(month, year), "day", field);
        int hour = part(octets, from + 3, 0, 23, "hour", field);
        int minute = part(octets, from + 4, 0, 59, "minute", field);
        int second = part(octets, from + 5, 0, 59, "second", field);
        int sign = sign(octets[from + 6], field);
        int offsetHour = part(octets, from + 7, 0, MAX_OFFSET_HOURS, "offset hour", field);
        int offsetMinute = part(octets, from + 8, 0, 59, "offset minute", field);
        long days = DAYS_TO_2000 + 365L * year + (year + 3) / 4 + DAYS_BEFORE_MONTH[month - 1] + day - 1;
        if (month > 2 && isLeap(year)) {
            days++;
        }
        long minutes = (days * 24 + hour) * 60 + minute - sign * (offsetHour * 60L + offsetMinute);
        return (minutes * 60 + second) * 1000;
    }

    private static int part(byte[] octets, int at, int least, int most, String part, String field)
            throws DecodeFailure {
        int high = (octets[at] >> 4) & 0xF;
        int low = octets[at] & 0xF;
        int value = high * 10 + low;
        if (high > 9 || low > 9 || value < least || value > most) {
            throw new DecodeFailure(
                    RejectReason.BAD_VALUE, field, "its " + part + " is not BCD from " + least + " to " + most);
        }
        return value;
    }

    private static int sign(byte octet, String field) throws DecodeFailure {
        return switch (octet) {
            case '+' -> 1;
            case '-' -> -1;
            default -> throw new DecodeFailure(RejectReason.BAD_VALUE, field, "its offset has no sign");
        };
    }

    private static int daysIn(int month, int year) {
        return switch (month) {
            case 2 -> isLeap(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    private static boolean isLeap(int yearOfCentury) {
        return yearOfCentury % 4 == 0;
    }
}
