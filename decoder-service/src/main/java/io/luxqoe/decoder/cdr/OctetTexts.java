package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.cache.OctetKeyCache;
import java.nio.charset.StandardCharsets;

/** Texts that come again and again, such as the names of networks and nodes; each is built once. */
public final class OctetTexts {
    private final OctetKeyCache<String> cache;

    /** Remembers about {@code places} texts. */
    public OctetTexts(int places) {
        cache = new OctetKeyCache<>(places);
    }

    /** The octets in the slice as ASCII; what is not printable becomes a question mark. */
    public String of(byte[] octets, int from, int to) {
        String held = cache.find(octets, from, to);
        return held != null ? held : cache.put(octets, from, to, printable(octets, from, to));
    }

    private static String printable(byte[] octets, int from, int to) {
        byte[] text = new byte[to - from];
        for (int i = 0; i < text.length; i++) {
            byte octet = octets[from + i];
            text[i] = octet < ' ' || octet == 0x7F ? (byte) '?' : octet;
        }
        return new String(text, StandardCharsets.US_ASCII);
    }
}
