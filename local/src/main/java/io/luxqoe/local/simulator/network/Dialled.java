package io.luxqoe.local.simulator.network;

/**
 * A number somebody dialled.
 *
 * @param address how it was dialled
 * @param kind its class on the axis, the dialled-number reference taken into account
 * @param emergencyTeleservice whether the call is set up as an emergency call (teleservice 0x12)
 */
public record Dialled(Address address, NumberKind kind, boolean emergencyTeleservice) {

    /** An ordinary dialled number. */
    public static Dialled of(int typeOfNumber, String digits, NumberKind kind) {
        return new Dialled(Address.of(typeOfNumber, digits), kind, false);
    }
}
