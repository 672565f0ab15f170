package io.luxqoe.decoder.cmcd;

import java.nio.charset.StandardCharsets;

/** The lines of a request as it is sent: a request line, then headers. */
final class Requests {
    /** The line is no header. */
    static final int NONE = -1;

    private static final byte[] CONTENT_TYPE = "content-type".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CMCD = "application/cmcd".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_METHOD = 7;
    private static final int LONGEST_NAME = 64;

    private Requests() {}

    /** Whether the line is a request line: a method, then a path or a URL. */
    static boolean isRequestLine(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && octets[at] >= 'A' && octets[at] <= 'Z') {
            at++;
        }
        int method = at - from;
        return method >= 3
                && method <= LONGEST_METHOD
                && at + 1 < to
                && octets[at] == ' '
                && (octets[at + 1] == '/' || octets[at + 1] == 'h' || octets[at + 1] == '*');
    }

    /** Where the colon behind the name of a header stands; {@link #NONE} if the line is no header. */
    static int headerEnd(byte[] octets, int from, int to) {
        int at = from < to && octets[from] == ':' ? from + 1 : from; // a pseudo-header of HTTP/2
        if (at >= to || !Dictionary.isLetter(octets[at])) {
            return NONE;
        }
        int last = Math.min(to, from + LONGEST_NAME);
        while (at < last && (Dictionary.isLetter(octets[at]) || octets[at] == '-' || isDigit(octets[at]))) {
            at++;
        }
        boolean colon = at < last && octets[at] == ':';
        boolean url = colon && at + 2 < to && octets[at + 1] == '/' && octets[at + 2] == '/';
        return colon && !url ? at : NONE;
    }

    /** Whether the name in the slice is that one, given in small letters. */
    static boolean isNamed(byte[] octets, int from, int to, byte[] name) {
        return to - from == name.length && startsWith(octets, from, to, name);
    }

    /** Whether the line says that reports follow as the body of the request. */
    static boolean announcesBody(byte[] octets, int from, int to) {
        int colon = headerEnd(octets, from, to);
        if (colon == NONE || !isNamed(octets, from, colon, CONTENT_TYPE)) {
            return false;
        }
        int at = colon + 1;
        while (at < to && octets[at] == ' ') {
            at++;
        }
        return startsWith(octets, at, to, CMCD);
    }

    private static boolean startsWith(byte[] octets, int from, int to, byte[] word) {
        if (to - from < word.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            byte octet = octets[from + i];
            if ((octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }
}
