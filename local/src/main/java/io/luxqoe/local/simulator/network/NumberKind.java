package io.luxqoe.local.simulator.network;

import java.util.Locale;

/** Class of a telephone number, as the axis {@code numberClass} knows it. */
public enum NumberKind {
    UNKNOWN,
    EMERGENCY,
    MOBILE,
    FIXED,
    INTERNATIONAL,
    PREMIUM,
    FREEPHONE,
    SHORT,
    SERVICE,
    CUSTOMER_CARE,
    CALL_CENTRE;

    /** Value on the axis: lower case with hyphens. */
    public String onAxis() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
