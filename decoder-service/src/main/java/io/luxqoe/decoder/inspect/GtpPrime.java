package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.file.BigEndian;
import io.luxqoe.decoder.file.GtpPrimeMessage;

/** Packets of GTP' in words (TS 32.295 clause 6). */
final class GtpPrime {
    private static final int DATA_RECORD_TRANSFER_REQUEST = 240;
    private static final int TRANSFER_COMMAND = 126;
    private static final int DATA_RECORD_PACKET = 252;
    private static final int FIRST_WITH_LENGTH = 128;

    private GtpPrime() {}

    /** Whether information elements lie there, and no message around them. */
    static boolean isBare(byte[] octets, int at) {
        int packet = at + 1 < octets.length && octets[at] == TRANSFER_COMMAND ? at + 2 : at;
        if (octets.length - packet < 7 || (octets[packet] & 0xFF) != DATA_RECORD_PACKET) {
            return false;
        }
        int format = octets[packet + 4];
        return format >= 1 && format <= 4 && RecordTree.mayBegin(octets, packet + 9, octets.length);
    }

    /** Prints the header, and what comes before the next record at {@code to}; returns where it ends. */
    static int print(byte[] octets, GtpPrimeMessage packet, int to, TreeWriter out, boolean masked) {
        out.line(
                packet.from(),
                packet.body() - packet.from(),
                0,
                "GTP' packet: version " + ((octets[packet.from()] & 0xFF) >> 5) + ", " + packet.type() + " "
                        + name(packet.type()) + ", length " + (packet.end() - packet.body()) + ", sequence number "
                        + packet.sequenceNumber());
        return packet.body() < to ? elements(octets, packet.body(), to, out, masked) : packet.body();
    }

    /** Prints one information element, or its head if it holds records. */
    static int elements(byte[] octets, int at, int to, TreeWriter out, boolean masked) {
        int type = octets[at] & 0xFF;
        if (type < FIRST_WITH_LENGTH) {
            int end = Math.min(to, at + 2);
            int value = end - at == 2 ? octets[at + 1] & 0xFF : -1;
            out.line(at, end - at, 1, element(type) + ": " + (type == TRANSFER_COMMAND ? command(value) : "" + value));
            return end;
        }
        if (to - at < 3) {
            out.line(at, to - at, 1, "no whole information element");
            return to;
        }
        int length = BigEndian.two(octets, at + 1);
        if (type == DATA_RECORD_PACKET && to - at >= 7) {
            out.line(
                    at,
                    length,
                    1,
                    element(type) + ": " + (octets[at + 3] & 0xFF) + " records, format " + (octets[at + 4] & 0xFF)
                            + ", format version: application " + (octets[at + 5] >> 4 & 0xF) + ", release "
                            + (octets[at + 5] & 0xF) + ", version " + (octets[at + 6] & 0xFF));
            return at + 7;
        }
        int end = Math.min(to, at + 3 + length);
        out.line(
                at, length, 1, element(type) + ": " + (masked ? "***" : Hex.of(octets, at + 3, Math.max(end, at + 3))));
        return Math.max(end, at + 3);
    }

    private static String command(int value) {
        return switch (value) {
            case 1 -> "1 send data record packet";
            case 2 -> "2 send possibly duplicated data record packet";
            case 3 -> "3 cancel data record packet";
            case 4 -> "4 release data record packet";
            default -> "" + value;
        };
    }

    private static String element(int type) {
        return switch (type) {
            case 1 -> "cause";
            case 14 -> "recovery";
            case TRANSFER_COMMAND -> "packet transfer command";
            case 249 -> "sequence numbers of released packets";
            case 250 -> "sequence numbers of cancelled packets";
            case 251 -> "charging gateway address";
            case DATA_RECORD_PACKET -> "data record packet";
            case 253 -> "requests responded";
            case 254 -> "address of recommended node";
            case 255 -> "private extension";
            default -> "information element " + type;
        };
    }

    private static String name(int type) {
        return switch (type) {
            case 1 -> "echo request";
            case 2 -> "echo response";
            case 3 -> "version not supported";
            case 4 -> "node alive request";
            case 5 -> "node alive response";
            case 6 -> "redirection request";
            case 7 -> "redirection response";
            case DATA_RECORD_TRANSFER_REQUEST -> "data record transfer request";
            case 241 -> "data record transfer response";
            default -> "message";
        };
    }
}
