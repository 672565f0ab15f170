package io.luxqoe.local.simulator.network;

/**
 * A subscription with its device.
 *
 * @param imsi fifteen digits
 * @param msisdn E.164 digits without plus
 * @param imei fifteen digits, check digit included
 * @param segment market segment
 * @param home home region
 * @param numberKind class of its MSISDN: mobile, or international for an inbound roamer
 */
public record Line(String imsi, String msisdn, String imei, String segment, Region home, NumberKind numberKind) {

    /** Whether the subscription is the operator's own; the subscriber reference knows only those. */
    public boolean own() {
        return numberKind == NumberKind.MOBILE;
    }

    @Override
    public String toString() {
        return "Line[" + segment + ", " + home.name() + "]";
    }
}
