package io.luxqoe.local.simulator.network;

/**
 * A public land mobile network.
 *
 * @param mcc mobile country code, three digits
 * @param mnc mobile network code, two digits
 */
public record Plmn(String mcc, String mnc) {

    /** The simulated operator. */
    public static final Plmn HOME = new Plmn("208", "20");

    /** {@code mcc-mnc}. */
    public String text() {
        return mcc + "-" + mnc;
    }
}
