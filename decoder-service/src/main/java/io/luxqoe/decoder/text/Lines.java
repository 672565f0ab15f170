package io.luxqoe.decoder.text;

/**
 * The lines of a text, one after the other: what stands between line feeds, without a carriage return or blanks at either
 * end. A byte order mark at the beginning belongs to no line.
 */
public final class Lines {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] octets;
    private int next;
    private int from;
    private int to;

    /** Lines of all octets. */
    public Lines(byte[] octets) {
        this.octets = octets;
        if (octets.length >= 3
                && octets[0] == BYTE_ORDER_MARK[0]
                && octets[1] == BYTE_ORDER_MARK[1]
                && octets[2] == BYTE_ORDER_MARK[2]) {
            next = BYTE_ORDER_MARK.length;
        }
    }

    /** Goes to the next line, if there is one. */
    public boolean next() {
        if (next >= octets.length) {
            return false;
        }
        int end = next;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        to = trimEnd(octets, next, end);
        from = skipBlanks(octets, next, to);
        next = end + 1;
        return true;
    }

    /** Goes on at {@code position} as if a line began there. */
    public void goTo(int position) {
        next = position;
    }

    /** Where the line begins. */
    public int from() {
        return from;
    }

    /** Where it ends, exclusive. */
    public int to() {
        return to;
    }

    /** Whether it holds nothing. */
    public boolean isBlank() {
        return from == to;
    }

    /** Where the blanks that begin at {@code from} end. */
    public static int skipBlanks(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && isBlank(octets[at])) {
            at++;
        }
        return at;
    }

    /** Where the text ends that blanks up to {@code to} follow. */
    public static int trimEnd(byte[] octets, int from, int to) {
        int at = to;
        while (at > from && isBlank(octets[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\t' || octet == '\r' || octet == '\n';
    }
}
