package io.luxqoe.decoder.text;

/**
 * A date and time of day of ISO 8601 in extended form: {@code 2020-01-02T00:00:00.000+01:00}. Seconds and their fraction,
 * of which milliseconds are kept, may be left away, and so may the offset. A blank may stand for the T. Keeps the one read
 * last.
 */
public final class IsoTime {
    /** Nothing there is such a time. */
    public static final int NONE = -1;

    private static final long MINUTE = 60_000;
    private static final int MAX_OFFSET_HOURS = 18;
    private static final int MAX_FRACTION = 9;

    private byte[] octets = {};
    private int at;
    private int to;
    private long local;
    private long offsetMinutes;
    private boolean hasOffset;

    /** Reads the time that begins at {@code from}; returns where it ends, or {@link #NONE}. */
    public int read(byte[] text, int from, int end) {
        octets = text;
        at = from;
        to = end;
        hasOffset = false;
        offsetMinutes = 0;
        return date() && time() && offset() ? at : NONE;
    }

    private boolean date() {
        int year = digits(4);
        if (year < 1 || !skip('-')) {
            return false;
        }
        int month = digits(2);
        if (!skip('-')) {
            return false;
        }
        int day = digits(2);
        if (!isDate(year, month, day)) {
            return false;
        }
        local = epochDay(year, month, day) * 1440 * MINUTE;
        return skip('T') || skip('t') || skip(' ') || skip('\t');
    }

    private boolean time() {
        int hour = digits(2);
        if (hour < 0 || hour > 23 || !skip(':')) {
            return false;
        }
        int minute = digits(2);
        if (minute < 0 || minute > 59) {
            return false;
        }
        local += (hour * 60L + minute) * MINUTE;
        if (!skip(':')) {
            return true;
        }
        int second = digits(2);
        local += second * 1000L;
        return second >= 0 && second <= 60 && fraction();
    }

    private boolean fraction() {
        if (!skip('.') && !skip(',')) {
            return true;
        }
        int digits = 0;
        int value = 0;
        for (; at < to && isDigit(octets[at]); at++, digits++) {
            if (digits < 3) {
                value = value * 10 + octets[at] - '0';
            }
        }
        local += digits == 1 ? value * 100L : digits == 2 ? value * 10L : value;
        return digits > 0 && digits <= MAX_FRACTION;
    }

    private boolean offset() {
        if (skip('Z') || skip('z')) {
            hasOffset = true;
            return true;
        }
        boolean plus = skip('+');
        if (!plus && !skip('-')) {
            return true;
        }
        int hours = digits(2);
        boolean colon = skip(':');
        int minutes = colon || (at < to && isDigit(octets[at])) ? digits(2) : 0;
        hasOffset = true;
        offsetMinutes = (plus ? 1 : -1) * (hours * 60L + minutes);
        return hours >= 0 && hours <= MAX_OFFSET_HOURS && minutes >= 0 && minutes <= 59;
    }

    /** As many decimal digits, or -1. */
    private int digits(int count) {
        if (to - at < count) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < count; i++) {
            byte digit = octets[at + i];
            if (!isDigit(digit)) {
                return -1;
            }
            value = value * 10 + digit - '0';
        }
        at += count;
        return value;
    }

    private boolean skip(char expected) {
        boolean there = at < to && octets[at] == expected;
        at += there ? 1 : 0;
        return there;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    /** Whether the offset from UTC is said. */
    public boolean hasOffset() {
        return hasOffset;
    }

    /** The instant, ms since 1970; the time is taken for UTC where it says no offset. */
    public long epochMillis() {
        return local - offsetMinutes * MINUTE;
    }

    /** Whether there is such a day. */
    public static boolean isDate(int year, int month, int day) {
        return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);
    }

    /** Days from 1970-01-01 to that day. */
    public static long epochDay(int year, int month, int day) {
        // Years that begin in March end with the leap day.
        int y = month > 2 ? year : year - 1;
        int m = month > 2 ? month - 3 : month + 9;
        return 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
    }

    private static int daysIn(int month, int year) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }
}
