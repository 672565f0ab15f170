package io.luxqoe.decoder.ims;

import org.jspecify.annotations.Nullable;

/**
 * The values of a SIP header (RFC 3261 clause 7.3): separated by commas, each a token with parameters after semicolons,
 * which may be quoted. Every value is gone through once.
 */
final class HeaderValues {
    private final String header;
    private int next;
    private int from;
    private int to;

    HeaderValues(String header) {
        this.header = header;
    }

    /** Steps to the next value; false at the end. */
    boolean next() {
        if (next >= header.length()) {
            return false;
        }
        from = next;
        to = end(from, header.length(), ',');
        next = to + 1;
        return true;
    }

    /** What stands before the parameters. */
    String token() {
        return header.substring(from, end(from, to, ';')).strip();
    }

    /** The parameter of that name, in lower case, without quotes; empty where it has no value, absent where there is none. */
    @Nullable
    String parameter(String name) {
        int at = end(from, to, ';');
        while (at < to) {
            int begin = at + 1;
            at = end(begin, to, ';');
            int equals = Math.min(end(begin, at, '='), at);
            if (header.substring(begin, equals).strip().equalsIgnoreCase(name)) {
                return unquoted(equals < at ? header.substring(equals + 1, at).strip() : "");
            }
        }
        return null;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).strip() : value;
    }

    /** Where the slice first has the separator outside of quotes, else its end. */
    private int end(int sliceFrom, int sliceTo, char separator) {
        boolean quoted = false;
        for (int at = sliceFrom; at < sliceTo; at++) {
            char symbol = header.charAt(at);
            if (symbol == '"') {
                quoted = !quoted;
            } else if (symbol == '\\' && quoted) {
                at++;
            } else if (symbol == separator && !quoted) {
                return at;
            }
        }
        return sliceTo;
    }
}
