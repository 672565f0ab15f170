package io.luxqoe.decoder.cmcd;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What of a text may leave the decoder. Of a URL: scheme, host and path, its escapes undone, since its query may hold a
 * token. Of what may name a person nothing: a text with {@code @}; and in a key that the standard does not know a number of
 * ten digits or more, alone or behind other text, or an address of IP. Hexadecimal digits are an id and no number.
 */
final class KeptText {
    /** Stands in the place of what may name a person. */
    static final String WITHHELD = "(withheld)";

    private static final int LONGEST = 256;
    private static final int MOST_ROUNDS = 3;
    private static final int TELLING_DIGITS = 10;

    private final Buffer one = new Buffer();
    private final Buffer other = new Buffer();

    /** The slice with its escapes undone. */
    String text(byte[] octets, int from, int to, String field) throws DecodeFailure {
        boolean escaped = false;
        for (int at = from; at < to; at++) {
            byte octet = octets[at];
            if ((octet >= 0 && octet < ' ') || octet == 0x7F) {
                throw new DecodeFailure(RejectReason.BAD_VALUE, field, "a control character");
            }
            escaped |= octet == '\\';
        }
        if (!escaped) {
            return new String(octets, from, to - from, StandardCharsets.UTF_8);
        }
        Buffer plain = one.clear();
        for (int at = from; at < to; at++) {
            at += octets[at] == '\\' && at + 1 < to ? 1 : 0;
            plain.add(octets[at]);
        }
        return new String(plain.octets(), 0, plain.length(), StandardCharsets.UTF_8);
    }

    /** What is kept of a text. */
    String attribute(byte[] octets, int from, int to, boolean reserved, String field) throws DecodeFailure {
        if (isUrl(octets, from, to)) {
            return url(octets, from, to);
        }
        return namesPerson(octets, from, to, reserved) ? WITHHELD : cut(text(octets, from, to, field));
    }

    /** Whether the slice has the scheme of a URL. */
    static boolean isUrl(byte[] octets, int from, int to) {
        for (int at = from; at + 2 < to; at++) {
            if (octets[at] == ':' && octets[at + 1] == '/' && octets[at + 2] == '/') {
                return true;
            }
        }
        return false;
    }

    /** Scheme, host and path of a URL or of a relative reference. */
    String url(byte[] octets, int from, int to) {
        byte[] text = octets;
        int start = from;
        int end = to;
        Buffer target = one;
        for (int round = 0; round < MOST_ROUNDS && hasEscape(text, start, end); round++) {
            target.clear();
            Escapes.addPercent(text, start, end, target);
            text = target.octets();
            start = 0;
            end = target.length();
            target = target == one ? other : one;
        }
        end = pathEnd(text, start, end);
        int authority = authority(text, start, end);
        int userEnd = userEnd(text, authority, end);
        target.clear();
        target.add(text, start, authority);
        target.add(text, userEnd, end);
        return isTelling(target.octets(), authority - start, target.length())
                ? WITHHELD
                : cut(new String(target.octets(), 0, target.length(), StandardCharsets.UTF_8));
    }

    private static boolean hasEscape(byte[] octets, int from, int to) {
        for (int at = from; at < to; at++) {
            if (octets[at] == '%' && Escapes.isHex(octets, at + 1, to)) {
                return true;
            }
        }
        return false;
    }

    private static int pathEnd(byte[] octets, int from, int to) {
        int at = from;
        while (at < to && octets[at] != '?' && octets[at] != '#' && octets[at] != ';') {
            at++;
        }
        return at;
    }

    /** Where the authority begins behind two slashes, or {@code from}. */
    private static int authority(byte[] octets, int from, int to) {
        for (int at = from; at + 1 < to && octets[at] != '?'; at++) {
            if (octets[at] == '/') {
                boolean two = octets[at + 1] == '/' && (at == from || octets[at - 1] == ':');
                return two ? at + 2 : from;
            }
        }
        return from;
    }

    private static int userEnd(byte[] octets, int authority, int to) {
        int end = authority;
        for (int at = authority; at < to && octets[at] != '/'; at++) {
            if (octets[at] == '@') {
                end = at + 1;
            }
        }
        return end;
    }

    /** Whether a path still has a user in it, or octets that no path has. */
    private static boolean isTelling(byte[] octets, int from, int to) {
        for (int at = from; at < to; at++) {
            if (octets[at] == '@' || (octets[at] >= 0 && octets[at] < ' ')) {
                return true;
            }
        }
        return false;
    }

    /** Whether the slice may name a person; of a key that the standard {@code reserved}, numbers are ids. */
    static boolean namesPerson(byte[] octets, int from, int to, boolean reserved) {
        int digits = 0;
        int run = 0;
        int longest = 0;
        int letters = 0;
        int dots = 0;
        int colons = 0;
        boolean others = false;
        for (int at = from; at < to; at++) {
            byte octet = octets[at];
            boolean parting = octet == ' ' || octet == '-' || octet == '+' || octet == '(' || octet == ')';
            run = octet >= '0' && octet <= '9' ? run + 1 : parting ? run : 0;
            longest = Math.max(longest, run);
            switch (octet) {
                case '@' -> {
                    return true;
                }
                case '.' -> dots++;
                case ':' -> colons++;
                case ' ', '-', '+', '(', ')' -> {}
                default -> {
                    int digit = Character.digit(octet, 16);
                    digits += digit >= 0 && digit < 10 ? 1 : 0;
                    letters += digit >= 10 ? 1 : 0;
                    others |= digit < 0;
                }
            }
        }
        boolean number = letters == 0 && colons == 0 && digits >= TELLING_DIGITS;
        boolean address = colons >= 3 || (letters == 0 && dots == 3 && digits >= 4);
        return !reserved && (others ? longest >= TELLING_DIGITS : number || address);
    }

    private static String cut(String text) {
        return cut(text, LONGEST);
    }

    /** The text, or as much of its beginning as may be kept. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** Host of the authority in the slice, without user and port; absent if it is none. */
    static @Nullable String host(byte[] octets, int from, int to, Strings strings) {
        int start = userEnd(octets, from, to);
        int end = start;
        boolean bracket = start < to && octets[start] == '[';
        while (end < to && isHost(octets[end], bracket)) {
            end++;
            bracket &= octets[end - 1] != ']';
        }
        boolean whole = end == to || octets[end] == ':' || octets[end] == '/' || octets[end] == '?';
        return whole && end > start && end - start <= 253 ? strings.of(octets, start, end) : null;
    }

    private static boolean isHost(byte octet, boolean bracket) {
        return Dictionary.isLetter(octet)
                || (octet >= '0' && octet <= '9')
                || octet == '-'
                || octet == '.'
                || octet == '_'
                || (bracket && (octet == ':' || octet == '[' || octet == ']'));
    }
}
