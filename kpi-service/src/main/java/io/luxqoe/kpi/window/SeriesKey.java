package io.luxqoe.kpi.window;

import io.luxqoe.schemas.KpiKey;
import java.nio.charset.StandardCharsets;

/**
 * Names one series of windows, of every size.
 *
 * @param family id of the measurement family
 * @param axis id of the axis
 * @param value value on the axis
 */
public record SeriesKey(String family, String axis, String value) {

    /** No part holds it; so the octets of a key are the key, and those of one axis lie together. */
    static final char SEPARATOR = '\u0000';

    /** The key on {@code lux.kpi.computed.v1}. */
    KpiKey toKpiKey(WindowSize size) {
        return new KpiKey(family, axis, value, size.id());
    }

    /** Octets of the key, UTF-8. */
    public byte[] toBytes() {
        return (family + SEPARATOR + axis + SEPARATOR + value).getBytes(StandardCharsets.UTF_8);
    }

    /** What the octets of all keys of a family and axis begin with, and those of no other key. */
    static byte[] prefix(String family, String axis) {
        return new SeriesKey(family, axis, "").toBytes();
    }

    /** Reads what {@link #toBytes()} wrote. */
    public static SeriesKey fromBytes(byte[] octets) {
        return parse(new String(octets, StandardCharsets.UTF_8));
    }

    static SeriesKey parse(String text) {
        int first = text.indexOf(SEPARATOR);
        int second = text.indexOf(SEPARATOR, first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException(
                    "not a series key: " + text.length() + " characters without three parts");
        }
        return new SeriesKey(text.substring(0, first), text.substring(first + 1, second), text.substring(second + 1));
    }
}
