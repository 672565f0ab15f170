package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.text.IsoTime;
import java.nio.charset.StandardCharsets;

/**
 * The time of a line of a log: ISO 8601 or seconds or milliseconds since 1970 at its beginning, or in the first square
 * brackets, where it may have the common log format too ({@code [10/Oct/2000:13:55:36 +0200]}).
 */
final class LogTime {
    /** The line has no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final byte[] MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec".getBytes(StandardCharsets.US_ASCII);
    private static final int COMMON_LENGTH = 26;
    private static final int FARTHEST_BRACKET = 1024;

    private final IsoTime iso = new IsoTime();
    private int end;

    /** The time of the line that begins at {@code from}, looked for up to {@code to}; UTC, ms. */
    long find(byte[] octets, int from, int to) {
        if (from == to) {
            return NONE;
        }
        if (octets[from] >= '0' && octets[from] <= '9') {
            long time = atBeginning(octets, from, to);
            if (time != NONE) {
                return time;
            }
        }
        int last = Math.min(to, from + FARTHEST_BRACKET);
        for (int at = from; at < last; at++) {
            if (octets[at] == '[') {
                return inBrackets(octets, at + 1, to);
            }
        }
        return NONE;
    }

    /** Where the text goes on behind the time that was found last at the beginning of a line. */
    int end() {
        return end;
    }

    /** The time at the very beginning of the line. */
    long atBeginning(byte[] octets, int from, int to) {
        int isoEnd = iso.read(octets, from, to);
        if (isoEnd != IsoTime.NONE && (isoEnd == to || !isWord(octets[isoEnd]))) {
            end = isoEnd;
            return iso.epochMillis();
        }
        return epoch(octets, from, to);
    }

    /** Ten digits are seconds, a fraction may follow; thirteen are milliseconds. */
    private long epoch(byte[] octets, int from, int to) {
        long value = 0;
        int at = from;
        while (at < to && at - from < 14 && isDigit(octets[at])) {
            value = value * 10 + octets[at++] - '0';
        }
        int digits = at - from;
        long millis = 0;
        if (digits == 10) {
            millis = value * 1000;
            if (at < to && octets[at] == '.') {
                at++;
                for (int unit = 100; at < to && isDigit(octets[at]); at++, unit /= 10) {
                    millis += (octets[at] - '0') * (long) unit;
                }
            }
        } else if (digits == 13) {
            millis = value;
        }
        end = at;
        return millis == 0 || (at < to && isWord(octets[at])) ? NONE : millis;
    }

    private long inBrackets(byte[] octets, int from, int to) {
        int isoEnd = iso.read(octets, from, to);
        return isoEnd != IsoTime.NONE ? iso.epochMillis() : common(octets, from, to);
    }

    /** dd/Mon/yyyy:hh:mm:ss ±hhmm. */
    private static long common(byte[] octets, int from, int to) {
        if (to - from < COMMON_LENGTH || octets[from + 2] != '/' || octets[from + 6] != '/') {
            return NONE;
        }
        int day = digits(octets, from, 2);
        int month = month(octets, from + 3);
        int year = digits(octets, from + 7, 4);
        int hour = digits(octets, from + 12, 2);
        int minute = digits(octets, from + 15, 2);
        int second = digits(octets, from + 18, 2);
        int offsetHour = digits(octets, from + 22, 2);
        int offsetMinute = digits(octets, from + 24, 2);
        byte sign = octets[from + 21];
        boolean good = IsoTime.isDate(year, month, day)
                && hour >= 0
                && hour < 24
                && minute >= 0
                && minute < 60
                && second >= 0
                && second <= 60
                && offsetHour >= 0
                && offsetMinute >= 0
                && (sign == '+' || sign == '-');
        if (!good) {
            return NONE;
        }
        long offset = (sign == '+' ? 1 : -1) * (offsetHour * 60L + offsetMinute);
        long minutes = IsoTime.epochDay(year, month, day) * 1440 + hour * 60L + minute - offset;
        return (minutes * 60 + second) * 1000;
    }

    private static int month(byte[] octets, int at) {
        for (int month = 0; month < 12; month++) {
            if (octets[at] == MONTHS[month * 3]
                    && octets[at + 1] == MONTHS[month * 3 + 1]
                    && octets[at + 2] == MONTHS[month * 3 + 2]) {
                return month + 1;
            }
        }
        return -1;
    }

    private static int digits(byte[] octets, int from, int count) {
        int value = 0;
        for (int at = from; at < from + count; at++) {
            if (!isDigit(octets[at])) {
                return -1;
            }
            value = value * 10 + octets[at] - '0';
        }
        return value;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    private static boolean isWord(byte octet) {
        return Dictionary.isKey(octet) && octet != '-';
    }
}
