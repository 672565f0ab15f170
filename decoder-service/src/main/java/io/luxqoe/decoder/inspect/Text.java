package io.luxqoe.decoder.inspect;

import java.nio.charset.StandardCharsets;

/** Text of unknown origin for a terminal: what may move its cursor is escaped. */
final class Text {
    private static final int SHOWN = 400;

    private Text() {}

    /** Whether all octets are printable ASCII or part of UTF-8 characters. */
    static boolean isText(byte[] octets, int from, int to) {
        for (int at = from; at < to; at++) {
            if (octets[at] >= 0 && (octets[at] < ' ' || octets[at] == 0x7F)) {
                return false;
            }
        }
        return to > from && !of(octets, from, to).contains("\uFFFD");
    }

    /** The octets as UTF-8. */
    static String of(byte[] octets, int from, int to) {
        return new String(octets, from, to - from, StandardCharsets.UTF_8);
    }

    /** The text in quotes, shortened, with escapes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        int shown = Math.min(text.length(), SHOWN);
        for (int at = 0; at < shown; at++) {
            char character = text.charAt(at);
            if (Character.isISOControl(character) || Character.getType(character) == Character.FORMAT) {
                quoted.append("\\u").append(Integer.toHexString(0x10000 | character), 1, 5);
            } else {
                quoted.append(character);
            }
        }
        quoted.append('"');
        return shown < text.length() ? quoted + "... (" + text.length() + " characters)" : quoted.toString();
    }
}
