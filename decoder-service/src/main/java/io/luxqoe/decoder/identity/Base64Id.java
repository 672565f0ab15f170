package io.luxqoe.decoder.identity;

import java.nio.charset.StandardCharsets;

/** 128 bits as base64url without padding (RFC 4648 clause 5), 22 characters; from two longs, without an array of them. */
final class Base64Id {
    private static final byte[] SYMBOLS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH = 22;

    private final byte[] text = new byte[LENGTH];

    /** The text of these bits, most significant first. */
    String of(long high, long low) {
        for (int i = 0; i < 10; i++) {
            text[i] = SYMBOLS[(int) (high >>> (58 - 6 * i)) & 0x3F];
            text[11 + i] = SYMBOLS[(int) (low >>> (56 - 6 * i)) & 0x3F];
        }
        text[10] = SYMBOLS[(int) (high << 2 | low >>> 62) & 0x3F];
        text[21] = SYMBOLS[(int) (low << 4) & 0x30];
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
