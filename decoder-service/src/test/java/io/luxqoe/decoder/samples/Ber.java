package io.luxqoe.decoder.samples;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes BER by hand. */
public final class Ber {
    private Ber() {}

    /** Octets written in hexadecimal, blanks allowed. */
    public static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    /** These octets one after the other. */
    public static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** The context-specific primitive element {@code tag} with that content in hexadecimal. */
    public static byte[] primitive(int tag, String content) {
        return element(tag, false, hex(content));
    }

    /** The context-specific constructed element {@code tag} with those elements. */
    public static byte[] constructed(int tag, byte[]... elements) {
        return element(tag, true, concat(elements));
    }

    /** The same with indefinite length. */
    public static byte[] indefinite(int tag, byte[]... elements) {
        return concat(tag(tag, true), hex("80"), concat(elements), hex("0000"));
    }

    /** A universal constructed element: {@code 0x30} for a SEQUENCE, {@code 0x31} for a SET. */
    public static byte[] universal(int tagOctet, byte[]... elements) {
        byte[] content = concat(elements);
        return concat(new byte[] {(byte) tagOctet}, length(content.length), content);
    }

    /** The context-specific primitive element {@code tag} with that ASCII text. */
    public static byte[] text(int tag, String text) {
        return element(tag, false, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] element(int tag, boolean constructed, byte[] content) {
        return concat(tag(tag, constructed), length(content.length), content);
    }

    private static byte[] tag(int tag, boolean constructed) {
        int leading = constructed ? 0xA0 : 0x80;
        if (tag < 31) {
            return new byte[] {(byte) (leading | tag)};
        }
        return tag < 128
                ? new byte[] {(byte) (leading | 31), (byte) tag}
                : new byte[] {(byte) (leading | 31), (byte) (0x80 | tag >> 7), (byte) (tag & 0x7F)};
    }

    private static byte[] length(int length) {
        if (length < 128) {
            return new byte[] {(byte) length};
        }
        return length < 256
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }
}
