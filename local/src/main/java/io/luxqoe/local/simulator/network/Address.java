package io.luxqoe.local.simulator.network;

/**
 * A number as it is signalled.
 *
 * @param typeOfNumber 0 unknown, 1 international, 2 national (TS 24.008 table 10.5.118); the plan is always E.164
 * @param digits digits as signalled, prefixes included
 * @param restricted whether its presentation is restricted
 */
public record Address(int typeOfNumber, String digits, boolean restricted) {

    public static final int UNKNOWN = 0;
    public static final int INTERNATIONAL = 1;
    public static final int NATIONAL = 2;

    /** A number whose presentation is allowed. */
    public static Address of(int typeOfNumber, String digits) {
        return new Address(typeOfNumber, digits, false);
    }

    @Override
    public String toString() {
        return "Address[type " + typeOfNumber + "]";
    }
}
