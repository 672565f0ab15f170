package io.luxqoe.local.simulator.truth;

import java.time.Instant;
import java.util.Comparator;

/**
 * A window of one minute on one value of an axis.
 *
 * @param family {@code voice}, {@code messaging}, {@code data} or {@code video}
 * @param axis id of the axis, such as {@code cell}
 * @param value value on the axis
 * @param start begin of the window, aligned to the epoch
 */
public record WindowKey(String family, String axis, String value, Instant start) implements Comparable<WindowKey> {

    public static final String VOICE = "voice";
    public static final String MESSAGING = "messaging";
    public static final String DATA = "data";
    public static final String VIDEO = "video";
    public static final String CELL = "cell";
    public static final String REGION = "region";
    public static final String NUMBER_CLASS = "numberClass";
    public static final String TECHNOLOGY = "technology";
    public static final String ACCESS_POINT = "accessPoint";
    public static final String SOURCE = "source";
    public static final String HOST = "host";

    private static final Comparator<WindowKey> ORDER = Comparator.comparing(WindowKey::family)
            .thenComparing(WindowKey::axis)
            .thenComparing(WindowKey::value)
            .thenComparing(WindowKey::start);

    @Override
    public int compareTo(WindowKey other) {
        return ORDER.compare(this, other);
    }
}
