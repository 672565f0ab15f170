package io.luxqoe.decoder.cmcd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Strings that come again and again, such as those of a session: each is built once while it is remembered. A newcomer
 * takes the place of whoever held it.
 */
final class Strings {
    private static final int LONGEST = 128;

    private final byte[][] octetsOf;
    private final @Nullable String[] strings;
    private final int mask;

    /** Remembers at most as many strings as the power of two at or above {@code places}. */
    Strings(int places) {
        int size = Integer.highestOneBit(Math.max(places, 2) - 1) << 1;
        octetsOf = new byte[size][0];
        strings = new String[size];
        mask = size - 1;
    }

    /** The slice as UTF-8. */
    String of(byte[] octets, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return new String(octets, from, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + octets[at];
        }
        int place = (hash ^ hash >>> 15) & mask;
        byte[] held = octetsOf[place];
        String string = strings[place];
        if (string == null || !equal(held, octets, from, to)) {
            string = new String(octets, from, length, StandardCharsets.UTF_8);
            octetsOf[place] = Arrays.copyOfRange(octets, from, to);
            strings[place] = string;
        }
        return string;
    }

    private static boolean equal(byte[] held, byte[] octets, int from, int to) {
        return Arrays.equals(held, 0, held.length, octets, from, to);
    }
}
