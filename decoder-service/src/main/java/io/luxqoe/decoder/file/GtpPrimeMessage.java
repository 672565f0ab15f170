package io.luxqoe.decoder.file;

import org.jspecify.annotations.Nullable;

/**
 * Header of a GTP' message (TS 32.295 clause 6.1.1) of version 0 to 2: 6 octets, or in version 0 the 20 of GTP version 0
 * unless bit 1 of the first octet is set. Writers do not agree on the spare bits, nor on that bit: a Data Record Transfer
 * Request is known by the Packet Transfer Command behind its header, whatever its first octet.
 *
 * @param from where the message begins
 * @param type message type
 * @param sequenceNumber 0 to 65,535
 * @param body where its information elements begin
 * @param end where it says it ends, which may lie beyond the raw record
 */
public record GtpPrimeMessage(int from, int type, int sequenceNumber, int body, int end) {
    /** Octets of the header of version 0. */
    static final int LONGEST_HEADER = 20;

    private static final int SHORT_HEADER = 6;

    private static final int LAST_VERSION = 2;
    /** Protocol type 0, three spare bits 1. */
    private static final int DISCRIMINATOR = 0x0E;

    private static final int DISCRIMINATOR_MASK = 0x1E;
    private static final int ECHO_REQUEST = 1;
    private static final int NODE_ALIVE_REQUEST = 4;
    private static final int REDIRECTION_REQUEST = 6;
    private static final int REDIRECTION_RESPONSE = 7;
    private static final int TRANSFER_REQUEST = 240;
    private static final int TRANSFER_RESPONSE = 241;

    /** The message at {@code from}, if one begins there. */
    public static @Nullable GtpPrimeMessage read(byte[] octets, int from, int to) {
        if (to - from < SHORT_HEADER) {
            return null;
        }
        int flags = octets[from] & 0xFF;
        int type = octets[from + 1] & 0xFF;
        int version = flags >> 5;
        int header = version == 0 && (flags & 1) == 0 ? LONGEST_HEADER : SHORT_HEADER;
        GtpPrimeMessage message = of(octets, from, header);
        if (type == TRANSFER_REQUEST) {
            if (message.beginsWithCommand(octets, to)) {
                return message;
            }
            GtpPrimeMessage other = of(octets, from, SHORT_HEADER + LONGEST_HEADER - header);
            return other.beginsWithCommand(octets, to) ? other : null;
        }
        boolean plain = version <= LAST_VERSION && (flags & DISCRIMINATOR_MASK) == DISCRIMINATOR && isOther(type);
        return plain && message.end() <= to ? message : null;
    }

    private static boolean isOther(int type) {
        return (type >= ECHO_REQUEST && type <= REDIRECTION_RESPONSE) || type == TRANSFER_RESPONSE;
    }

    private static GtpPrimeMessage of(byte[] octets, int from, int header) {
        int body = from + header;
        return new GtpPrimeMessage(
                from,
                octets[from + 1] & 0xFF,
                BigEndian.two(octets, from + 4),
                body,
                body + BigEndian.two(octets, from + 2));
    }

    private boolean beginsWithCommand(byte[] octets, int to) {
        if (!GtpPrimeElement.isCommand(octets, body, to)) {
            return false;
        }
        int next = body + GtpPrimeElement.COMMAND_LENGTH;
        return next == end || next == to || GtpPrimeElement.isOfTransfer(octets[next] & 0xFF);
    }

    /** Whether it may carry records. */
    boolean isTransferRequest() {
        return type == TRANSFER_REQUEST;
    }

    /** Whether its sender numbers it: a response bears the number of the request. */
    boolean isRequest() {
        return switch (type) {
            case ECHO_REQUEST, NODE_ALIVE_REQUEST, REDIRECTION_REQUEST, TRANSFER_REQUEST -> true;
            default -> false;
        };
    }
}
