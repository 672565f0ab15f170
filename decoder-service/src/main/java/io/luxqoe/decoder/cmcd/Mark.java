package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.text.Lines;
import java.nio.charset.StandardCharsets;

/**
 * Where a text says that CMCD follows: the query argument {@code CMCD=}, or one of the four headers of CTA-5004-B clause 3.1,
 * in any case, since logs change it.
 */
final class Mark {
    /** What was found. */
    enum Kind {
        /** Neither. */
        NONE,
        /** The query argument. */
        QUERY,
        /** The query argument of a URL that was encoded as a whole. */
        ENCODED_QUERY,
        /** A header. */
        HEADER
    }

    private static final byte[][] HEADERS = {word("request"), word("object"), word("status"), word("session")};

    private Kind kind = Kind.NONE;
    private int from;
    private int end;

    private static byte[] word(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /** Looks for the first one. */
    Kind find(byte[] octets, int start, int to) {
        for (int at = start; at + 4 < to; at++) {
            if ((octets[at] | 0x20) == 'c'
                    && (octets[at + 1] | 0x20) == 'm'
                    && (octets[at + 2] | 0x20) == 'c'
                    && (octets[at + 3] | 0x20) == 'd') {
                kind = kindAt(octets, start, at, to);
                if (kind != Kind.NONE) {
                    from = at;
                    return kind;
                }
            }
        }
        kind = Kind.NONE;
        return kind;
    }

    private Kind kindAt(byte[] octets, int start, int at, int to) {
        byte next = octets[at + 4];
        if (next == '-' || next == '_') {
            for (byte[] header : HEADERS) {
                end = at + 5 + header.length;
                if (isWord(octets, at + 5, to, header) && (end == to || !Dictionary.isKey(octets[end]))) {
                    return Kind.HEADER;
                }
            }
            return Kind.NONE;
        }
        if (at > start && Dictionary.isKey(octets[at - 1]) && !isEscapedSeparator(octets, start, at)) {
            return Kind.NONE;
        }
        end = at + 5;
        if (next == '=') {
            return Kind.QUERY;
        }
        end = at + 7;
        return end <= to && next == '%' && octets[at + 5] == '3' && (octets[at + 6] | 0x20) == 'd'
                ? Kind.ENCODED_QUERY
                : Kind.NONE;
    }

    private static boolean isEscapedSeparator(byte[] octets, int start, int at) {
        if (at - start < 3 || octets[at - 3] != '%') {
            return false;
        }
        int octet = Escapes.isHex(octets, at - 2, at) ? Escapes.hex(octets, at - 2) : 0;
        return octet == '?' || octet == '&';
    }

    private static boolean isWord(byte[] octets, int at, int to, byte[] word) {
        if (at + word.length > to) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if ((octets[at + i] | 0x20) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the URL of the argument is encoded as a whole. */
    boolean isEncoded() {
        return kind == Kind.ENCODED_QUERY;
    }

    /** Where the one found last begins. */
    int from() {
        return from;
    }

    /** Where it ends: behind the equals sign, or behind the name of the header. */
    int end() {
        return end;
    }

    /** Where the value of a query argument ends: at what parts arguments, or the fields of a log. */
    static int queryEnd(byte[] octets, int start, int to) {
        int brackets = 0;
        boolean quoted = false;
        byte before = 0;
        int at = start;
        while (at < to) {
            byte octet = octets[at];
            switch (octet) {
                case '&', '#', '<', '>' -> {
                    return at;
                }
                case ' ', '\t' -> {
                    if (!quoted && brackets <= 0 && before != ',') {
                        return at;
                    }
                    octet = before;
                }
                case '(' -> brackets++;
                case ')' -> brackets--;
                case '"' -> {
                    int close = beginsString(octets, start, at) ? Dictionary.closingQuote(octets, at + 1, to) : to;
                    if (close == to) {
                        return at;
                    }
                    at = close;
                }
                case '\\' -> {
                    if (at + 1 == to || (octets[at + 1] != 'x' && octets[at + 1] != '"' && octets[at + 1] != '\\')) {
                        return at;
                    }
                    quoted ^= octets[at + 1] == '"' || isLoggedQuote(octets, at, to);
                    at++;
                }
                default -> {}
            }
            before = octet;
            at++;
        }
        return to;
    }

    private static boolean isLoggedQuote(byte[] octets, int at, int to) {
        return at + 3 < to && octets[at + 2] == '2' && octets[at + 3] == '2';
    }

    private static boolean beginsString(byte[] octets, int start, int at) {
        return at > start && (octets[at - 1] == '=' || octets[at - 1] == '(' || octets[at - 1] == ' ');
    }

    /**
     * Where the value of a header begins that a line holds beside others: behind a colon or an equals sign, and behind the
     * quote that opens it.
     */
    int headerValue(byte[] octets, int to) {
        int at = end;
        while (at < to && (octets[at] == '"' || octets[at] == '\'' || Dictionary.isBlank(octets[at]))) {
            at++;
        }
        if (at < to && (octets[at] == ':' || octets[at] == '=')) {
            at++;
        }
        at = Lines.skipBlanks(octets, at, to);
        return at < to && octets[at] == '"' ? at + 1 : at;
    }

    /** Where it ends: at the quote that closes it, else at the next header. */
    int headerEnd(byte[] octets, int start, int value, int to, Mark next) {
        boolean quoted = (from > start && octets[from - 1] == '"') || octets[value - 1] == '"';
        if (quoted) {
            for (int at = value; at < to; at++) {
                if (octets[at] == '\\') {
                    at++;
                } else if (octets[at] == '"' && closesField(octets, at + 1, to)) {
                    return at;
                }
            }
        }
        int last = next.find(octets, value, to) == Kind.HEADER ? next.from() : to;
        while (last > value && isSeparator(octets[last - 1])) {
            last--;
        }
        return last;
    }

    private static boolean closesField(byte[] octets, int at, int to) {
        if (at == to) {
            return true;
        }
        return switch (octets[at]) {
            case ' ', '\t', '|', ';', '}', ']', ')' -> true;
            case ',' -> {
                int next = Lines.skipBlanks(octets, at + 1, to);
                yield next == to || octets[next] == '"';
            }
            default -> false;
        };
    }

    private static boolean isSeparator(byte octet) {
        return Dictionary.isBlank(octet) || octet == ',' || octet == ';' || octet == '|';
    }
}
