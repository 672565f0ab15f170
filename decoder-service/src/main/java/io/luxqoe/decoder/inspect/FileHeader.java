package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.file.BigEndian;
import java.util.HexFormat;

/** The header of a TS 32.297 file in words (clause 6.1.1). */
final class FileHeader {
    /** The release that an extension octet tells. */
    static final int EXTENDED = 7;

    private static final int LEAST = 50;
    private static final int MOST = 4096;
    private static final String[] SPECIFICATIONS = {
        "TS 32.005", "TS 32.015", "TS 32.205", "TS 32.215", "TS 32.225", "TS 32.235", "TS 32.250", "TS 32.251",
                "TS 32.252",
        "TS 32.260", "TS 32.270", "TS 32.271", "TS 32.272", "TS 32.273", "TS 32.275", "TS 32.274", "TS 32.277",
                "TS 32.296",
        "TS 32.278", "TS 32.253", "TS 32.255", "TS 32.254", "TS 32.256", "TS 28.201", "TS 28.202", "TS 32.257"
    };
    private static final String[] RELEASES = {
        "release 99", "release 4", "release 5", "release 6", "release 7", "release 8", "release 9", "release 10"
    };

    private FileHeader() {}

    /** Whether these octets are the header of a file: lengths that agree with one another. */
    static boolean isAt(byte[] octets, int at, int to) {
        if (to - at < LEAST) {
            return false;
        }
        long length = BigEndian.four(octets, at + 4);
        int filter = BigEndian.two(octets, at + 48);
        long rest = length - LEAST - filter;
        boolean room = length >= LEAST && length <= MOST && length <= to - at && rest >= 0;
        return room
                && (BigEndian.four(octets, at) >= length || BigEndian.four(octets, at) == 0)
                && (octets[at + 4] | octets[at + 5]) == 0;
    }

    /** Where the header ends. */
    static int end(byte[] octets, int at) {
        return at + (int) BigEndian.four(octets, at + 4);
    }

    /** Prints the header; returns where it ends. */
    static int print(byte[] octets, int at, int to, TreeWriter out) {
        int end = Math.min(end(octets, at), to);
        out.line(at, end - at, 0, "file header of TS 32.297");
        out.line(at, 4, 1, "file length: " + lengthOf(BigEndian.four(octets, at), octets.length - at));
        out.line(at + 4, 4, 1, "header length: " + BigEndian.four(octets, at + 4));
        out.line(at + 8, 1, 1, "high release and version: " + release(octets[at + 8]) + version(octets[at + 8]));
        out.line(at + 9, 1, 1, "low release and version: " + release(octets[at + 9]) + version(octets[at + 9]));
        out.line(at + 10, 4, 1, "file opening time: " + time(octets, at + 10));
        out.line(at + 14, 4, 1, "last CDR append time: " + time(octets, at + 14));
        out.line(at + 18, 4, 1, "number of CDRs: " + BigEndian.four(octets, at + 18));
        out.line(at + 22, 4, 1, "file sequence number: " + BigEndian.four(octets, at + 22));
        out.line(at + 26, 1, 1, "file closure trigger reason: " + closure(octets[at + 26] & 0xFF));
        out.line(at + 27, 20, 1, "IP address of the node: " + node(octets, at + 27));
        out.line(at + 47, 1, 1, "lost CDR indicator: " + lost(octets[at + 47] & 0xFF));
        int filter = BigEndian.two(octets, at + 48);
        out.line(at + 48, 2, 1, "length of the CDR routeing filter: " + filter);
        tail(octets, at, Math.min(at + LEAST + filter, end), end, out);
        return end;
    }

    private static void tail(byte[] octets, int header, int afterFilter, int end, TreeWriter out) {
        if (afterFilter > header + LEAST) {
            int from = header + LEAST;
            out.line(from, afterFilter - from, 1, "CDR routeing filter: " + Hex.of(octets, from, afterFilter));
        }
        int extensions = extension(octets[header + 8]) + extension(octets[header + 9]);
        int at = afterFilter;
        if (end - at != extensions && end - at >= 2) {
            int length = BigEndian.two(octets, at);
            out.line(at, 2, 1, "length of the private extension: " + length);
            at += 2;
            int extensionEnd = Math.max(at, Math.min(at + length, end));
            if (extensionEnd > at) {
                out.line(at, extensionEnd - at, 1, "private extension: " + Hex.of(octets, at, extensionEnd));
            }
            at = extensionEnd;
        }
        if (at < end) {
            String what = end - at == extensions ? "release extensions: " : "behind what the standard has: ";
            out.line(at, end - at, 1, what + Hex.of(octets, at, end));
        }
    }

    private static int extension(byte release) {
        return (release & 0xFF) >> 5 == EXTENDED ? 1 : 0;
    }

    private static String lengthOf(long announced, int there) {
        return announced == there ? Long.toString(announced) : announced + " (" + there + " are here)";
    }

    static String release(byte octet) {
        return RELEASES[(octet & 0xFF) >> 5];
    }

    private static String version(byte octet) {
        return ", version " + (octet & 0x1F);
    }

    /** Data record format of a CDR. */
    static String format(byte octet) {
        return switch ((octet & 0xFF) >> 5) {
            case 1 -> "BER";
            case 2 -> "unaligned PER";
            case 3 -> "aligned PER";
            case 4 -> "XER";
            default -> "format " + ((octet & 0xFF) >> 5);
        };
    }

    /** The specification that defines a CDR. */
    static String specification(byte octet) {
        int number = octet & 0x1F;
        return number < SPECIFICATIONS.length ? SPECIFICATIONS[number] : "specification " + number;
    }

    /** Month, day, hour, minute, and the offset from UTC: the header knows no year. */
    private static String time(byte[] octets, int at) {
        long bits = BigEndian.four(octets, at);
        if (bits == 0) {
            return "none";
        }
        return String.format(
                "%02d-%02dT%02d:%02d%s%02d:%02d",
                bits >> 28,
                bits >> 23 & 0x1F,
                bits >> 18 & 0x1F,
                bits >> 12 & 0x3F,
                (bits >> 11 & 1) == 1 ? "+" : "-",
                bits >> 6 & 0x1F,
                bits & 0x3F);
    }

    private static String closure(int reason) {
        String name =
                switch (reason) {
                    case 0 -> "normal";
                    case 1 -> "file size limit";
                    case 2 -> "file open time limit";
                    case 3 -> "number of CDRs";
                    case 4 -> "manual intervention";
                    case 5 -> "change of release, version or encoding";
                    case 128 -> "abnormal";
                    case 129 -> "file system error";
                    case 130 -> "storage exhausted";
                    case 131 -> "file integrity error";
                    default -> "unknown";
                };
        return reason + " " + name;
    }

    private static String node(byte[] octets, int at) {
        boolean four = true;
        for (int i = 0; i < 12; i++) {
            four &= octets[at + i] == 0 || octets[at + i] == (byte) 0xFF;
        }
        String last = (octets[at + 16] & 0xFF) + "." + (octets[at + 17] & 0xFF) + "." + (octets[at + 18] & 0xFF) + "."
                + (octets[at + 19] & 0xFF);
        return four ? last : HexFormat.of().formatHex(octets, at, at + 20);
    }

    private static String lost(int indicator) {
        if (indicator == 0) {
            return "none lost";
        }
        int count = indicator & 0x7F;
        if (indicator < 0x80) {
            return "at least " + count + " lost";
        }
        return count == 0 ? "some lost" : count == 0x7F ? "127 or more lost" : count + " lost";
    }
}
