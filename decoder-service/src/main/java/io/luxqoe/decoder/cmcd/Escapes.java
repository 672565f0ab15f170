package io.luxqoe.decoder.cmcd;

/** Undoes what a URL or a log did to a text. */
final class Escapes {
    private Escapes() {}

    /**
     * Adds a slice of a query: percent escapes undone in either case, plus as a blank, and the escapes by which servers
     * log quotes ({@code \x22}, {@code \"}). A percent sign that begins no escape stands for itself.
     */
    static void addQuery(byte[] octets, int from, int to, Buffer target) {
        int at = from;
        while (at < to) {
            byte octet = octets[at];
            if (octet == '%' && isHex(octets, at + 1, to)) {
                target.add(hex(octets, at + 1));
                at += 3;
            } else if (octet == '\\' && at + 1 < to) {
                at = addBackslash(octets, at, to, target);
            } else {
                target.add(octet == '+' ? ' ' : octet);
                at++;
            }
        }
    }

    /** Adds a slice with percent escapes undone and nothing else. */
    static void addPercent(byte[] octets, int from, int to, Buffer target) {
        int at = from;
        while (at < to) {
            if (octets[at] == '%' && isHex(octets, at + 1, to)) {
                target.add(hex(octets, at + 1));
                at += 3;
            } else {
                target.add(octets[at++]);
            }
        }
    }

    /** Adds a slice of a quoted field of a log, backslash escapes undone. */
    static void addLogged(byte[] octets, int from, int to, Buffer target) {
        int at = from;
        while (at < to) {
            if (octets[at] == '\\' && at + 1 < to) {
                at = addBackslash(octets, at, to, target);
            } else {
                target.add(octets[at++]);
            }
        }
    }

    /** Adds what the backslash at {@code at} and its follower stand for; returns where to go on. */
    private static int addBackslash(byte[] octets, int at, int to, Buffer target) {
        if (octets[at + 1] == 'x' && isHex(octets, at + 2, to)) {
            target.add(hex(octets, at + 2));
            return at + 4;
        }
        if (octets[at + 1] == 'u' && isHex(octets, at + 2, to) && isHex(octets, at + 4, to)) {
            target.addCharacter(hex(octets, at + 2) << 8 | hex(octets, at + 4));
            return at + 6;
        }
        target.add(octets[at + 1]);
        return at + 2;
    }

    /**
     * Whether a text that was decoded is still encoded: it has escaped quotes and none that are not, or escapes and no equals
     * sign.
     */
    static boolean isEncoded(byte[] octets, int from, int to) {
        boolean escapes = false;
        boolean quotes = false;
        boolean equals = false;
        for (int at = from; at < to; at++) {
            switch (octets[at]) {
                case '"' -> {
                    return false;
                }
                case '=' -> equals = true;
                case '%' -> {
                    escapes |= isHex(octets, at + 1, to);
                    quotes |= at + 2 < to && octets[at + 1] == '2' && octets[at + 2] == '2';
                }
                default -> {}
            }
        }
        return quotes || (escapes && !equals);
    }

    /** Whether two hexadecimal digits stand at {@code at}. */
    static boolean isHex(byte[] octets, int at, int to) {
        return at + 2 <= to && digit(octets[at]) >= 0 && digit(octets[at + 1]) >= 0;
    }

    /** The value of the two hexadecimal digits at {@code at}. */
    static int hex(byte[] octets, int at) {
        return digit(octets[at]) << 4 | digit(octets[at + 1]);
    }

    private static int digit(byte octet) {
        return Character.digit(octet, 16);
    }
}
