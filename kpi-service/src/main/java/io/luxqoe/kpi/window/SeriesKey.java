package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.schemas.KpiKey;
import java.nio.charset.StandardCharsets;

/**
 * Names one series of windows.
 *
 * @param family id of the measurement family
 * @param axis id of the axis
 * @param value value on the axis
 * @param windowSize window size, ISO 8601 duration
 */
public record SeriesKey(String family, String axis, String value, String windowSize) {

    /** No part may hold it; so the octets of a key are the key, and of one series sort by nothing but their window. */
    private static final char SEPARATOR = '\u0000';

    /** Refuses a part that holds the separator. */
    public SeriesKey {
        if (value.indexOf(SEPARATOR) >= 0) {
            value = Axis.UNKNOWN;
        }
    }

    /** The key on {@code lux.kpi.computed.v1}. */
    KpiKey toKpiKey() {
        return new KpiKey(family, axis, value, windowSize);
    }

    /** Octets of the key, UTF-8. */
    public byte[] toBytes() {
        return (family + SEPARATOR + axis + SEPARATOR + value + SEPARATOR + windowSize)
                .getBytes(StandardCharsets.UTF_8);
    }

    static SeriesKey fromBytes(byte[] octets) {
        return parse(new String(octets, StandardCharsets.UTF_8));
    }

    private static SeriesKey parse(String text) {
        int first = text.indexOf(SEPARATOR);
        int second = text.indexOf(SEPARATOR, first + 1);
        int third = text.indexOf(SEPARATOR, second + 1);
        if (first < 0 || second < 0 || third < 0) {
            throw new IllegalArgumentException("not a series key: " + text.length() + " characters without four parts");
        }
        return new SeriesKey(
                text.substring(0, first),
                text.substring(first + 1, second),
                text.substring(second + 1, third),
                text.substring(third + 1));
    }
}
