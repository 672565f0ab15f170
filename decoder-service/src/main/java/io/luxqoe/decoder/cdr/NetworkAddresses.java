package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.decoder.cache.OctetKeyCache;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * IPAddress of TS 32.298 clause 5.1.1 where it is the address of a network element: binary or text, IPv4 or IPv6. The
 * addresses of subscribers are of the same type and are never read.
 */
public final class NetworkAddresses {
    private static final int PLACES = 1024;
    private static final int BINARY_V4 = 0;
    private static final int BINARY_V6 = 1;
    private static final int TEXT_V4 = 2;
    private static final int TEXT_V6 = 3;
    private static final int BINARY_V6_WITH_PREFIX = 4;
    private static final int V4_LENGTH = 4;
    private static final int V6_LENGTH = 16;
    private static final int V6_GROUPS = 8;
    private static final int LONGEST_TEXT = 45;

    private final BerCursor choice = new BerCursor();
    private final LongKeyCache<String> v4 = new LongKeyCache<>(PLACES);
    private final OctetKeyCache<String> v6 = new OctetKeyCache<>(PLACES);
    private final OctetTexts texts = new OctetTexts(PLACES);

    /**
     * The address in the slice, the content of a field of that type: dotted decimal, or the form of RFC 5952; a text is
     * taken as it is. Absent where the alternative is not a known one.
     */
    public @Nullable String read(byte[] octets, int from, int to, String field) throws DecodeFailure {
        choice.over(octets, from, to);
        if (!choice.next() || choice.tagClass() != BerCursor.CONTEXT) {
            return null;
        }
        switch (choice.tagNumber()) {
            case BINARY_V4 -> {
                require(!choice.isConstructed() && choice.valueLength() == V4_LENGTH, field);
                return v4(octets, choice.valueStart());
            }
            case BINARY_V6 -> {
                require(!choice.isConstructed() && choice.valueLength() == V6_LENGTH, field);
                return v6(octets, choice.valueStart());
            }
            case TEXT_V4, TEXT_V6 -> {
                require(!choice.isConstructed() && choice.valueLength() <= LONGEST_TEXT, field);
                return choice.valueLength() == 0 ? null : texts.of(octets, choice.valueStart(), choice.valueEnd());
            }
            case BINARY_V6_WITH_PREFIX -> {
                require(choice.isConstructed(), field);
                choice.over(octets, choice.valueStart(), choice.valueEnd());
                require(choice.next() && !choice.isConstructed() && choice.valueLength() == V6_LENGTH, field);
                return v6(octets, choice.valueStart());
            }
            default -> {
                return null;
            }
        }
    }

    private static void require(boolean formed, String field) throws DecodeFailure {
        if (!formed) {
            throw new DecodeFailure(RejectReason.BAD_LENGTH, field, "no address of 4 or 16 octets, and no text");
        }
    }

    private String v4(byte[] octets, int at) {
        int a = octets[at] & 0xFF;
        int b = octets[at + 1] & 0xFF;
        int c = octets[at + 2] & 0xFF;
        int d = octets[at + 3] & 0xFF;
        long key = 1L << 32 | (long) a << 24 | b << 16 | c << 8 | d;
        String held = v4.find(key);
        return held != null ? held : v4.put(key, a + "." + b + '.' + c + '.' + d);
    }

    private String v6(byte[] octets, int at) {
        String held = v6.find(octets, at, at + V6_LENGTH);
        return held != null ? held : v6.put(octets, at, at + V6_LENGTH, v6Text(octets, at));
    }

    /** RFC 5952 clause 4: no leading zeros, and the longest run of two or more zero groups as {@code ::}. */
    private static String v6Text(byte[] octets, int at) {
        int[] groups = new int[V6_GROUPS];
        for (int i = 0; i < V6_GROUPS; i++) {
            groups[i] = (octets[at + 2 * i] & 0xFF) << 8 | (octets[at + 2 * i + 1] & 0xFF);
        }
        int longest = 0;
        int longestLength = 1;
        for (int i = 0; i < V6_GROUPS; i++) {
            int end = i;
            while (end < V6_GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > longestLength) {
                longest = i;
                longestLength = end - i;
            }
        }
        StringBuilder text = new StringBuilder(LONGEST_TEXT);
        for (int i = 0; i < V6_GROUPS; i++) {
            if (longestLength > 1 && i == longest) {
                text.append("::");
                i += longestLength - 1;
            } else {
                boolean separated = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(separated ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
