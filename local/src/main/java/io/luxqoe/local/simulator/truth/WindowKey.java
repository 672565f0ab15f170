package io.luxqoe.local.simulator.truth;

import java.time.Instant;
import java.util.Comparator;

/**
 * A window of one minute on one value of an axis.
 *
 * @param family {@code voice} or {@code messaging}
 * @param axis {@code cell}, {@code region} or {@code numberClass}
 * @param value value on the axis
 * @param start begin of the window, aligned to the epoch
 */
public record WindowKey(String family, String axis, String value, Instant start) implements Comparable<WindowKey> {

    public static final String VOICE = "voice";
    public static final String MESSAGING = "messaging";
    public static final String CELL = "cell";
    public static final String REGION = "region";
    public static final String NUMBER_CLASS = "numberClass";

    private static final Comparator<WindowKey> ORDER = Comparator.comparing(WindowKey::family)
            .thenComparing(WindowKey::axis)
            .thenComparing(WindowKey::value)
            .thenComparing(WindowKey::start);

    @Override
    public int compareTo(WindowKey other) {
        return ORDER.compare(this, other);
    }
}
