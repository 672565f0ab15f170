package io.luxqoe.decoder.cdr;

import io.luxqoe.schemas.RadioTechnology;

/**
 * RATType of TS 32.298: up to 50 the numbers of TS 29.061 clause 16.4.7.2, above them those that clause 5.2.5 gives to
 * the charging function.
 */
public final class RatTypes {
    /** Least number. */
    public static final int LEAST = 0;
    /** Greatest number. */
    public static final int MOST = 255;

    private RatTypes() {}

    /** The radio access technology of that number; UNKNOWN where it is none, or one that carries no radio. */
    public static RadioTechnology of(int ratType) {
        return switch (ratType) {
            case 1, 5 -> RadioTechnology.UTRAN;
            case 2 -> RadioTechnology.GERAN;
            case 3, 66 -> RadioTechnology.WLAN;
            case 6, 53 -> RadioTechnology.E_UTRAN;
            case 8 -> RadioTechnology.NB_IOT;
            case 9, 54 -> RadioTechnology.LTE_M;
            case 10, 51, 52, 58 -> RadioTechnology.NR;
            default -> RadioTechnology.UNKNOWN;
        };
    }
}
