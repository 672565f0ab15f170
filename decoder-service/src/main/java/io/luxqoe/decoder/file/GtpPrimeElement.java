package io.luxqoe.decoder.file;

/** Information elements of GTP' (TS 32.295 clause 6.2): below 128 of fixed length, from 128 on with their length. */
final class GtpPrimeElement {
    /** Packet Transfer Command: send, send possibly duplicated, cancel or release a Data Record Packet. */
    static final int COMMAND = 126;
    /** Data Record Packet. */
    static final int PACKET = 252;
    /** Octets of a Packet Transfer Command. */
    static final int COMMAND_LENGTH = 2;
    /** Octets of type and length. */
    static final int HEADER = 3;
    /** No element is there. */
    static final int NONE = -1;

    private static final int CAUSE = 1;
    private static final int RECOVERY = 14;
    private static final int CHARGING_ID = 127;
    private static final int RELEASED_NUMBERS = 249;
    private static final int CANCELLED_NUMBERS = 250;
    private static final int PRIVATE_EXTENSION = 255;
    private static final int LAST_COMMAND = 4;

    private GtpPrimeElement() {}

    /** Whether a Packet Transfer Command lies at {@code at}. */
    static boolean isCommand(byte[] octets, int at, int to) {
        return to - at >= COMMAND_LENGTH
                && octets[at] == COMMAND
                && octets[at + 1] >= 1
                && octets[at + 1] <= LAST_COMMAND;
    }

    /** Whether an element of that type follows the command in a Data Record Transfer Request. */
    static boolean isOfTransfer(int type) {
        return switch (type) {
            case RELEASED_NUMBERS, CANCELLED_NUMBERS, PACKET, PRIVATE_EXTENSION -> true;
            default -> false;
        };
    }

    /** Where the element at {@code at} ends, or {@link #NONE} if none that is known lies there within {@code to}. */
    static int end(byte[] octets, int at, int to) {
        int type = octets[at] & 0xFF;
        int length =
                switch (type) {
                    case CAUSE, RECOVERY, COMMAND -> 2;
                    case CHARGING_ID -> 5;
                    default ->
                        type >= RELEASED_NUMBERS && to - at >= HEADER ? HEADER + BigEndian.two(octets, at + 1) : 0;
                };
        return length == 0 || length > to - at ? NONE : at + length;
    }
}
