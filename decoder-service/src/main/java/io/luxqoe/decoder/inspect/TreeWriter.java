package io.luxqoe.decoder.inspect;

import java.util.HexFormat;
import java.util.function.Consumer;

/** Lines of the tree: offset, length, then the element as deep as it lies. */
final class TreeWriter {
    private final Consumer<String> lines;
    private final boolean hexadecimal;
    private boolean silent;

    TreeWriter(Consumer<String> lines, boolean hexadecimal) {
        this.lines = lines;
        this.hexadecimal = hexadecimal;
    }

    boolean isHexadecimal() {
        return hexadecimal;
    }

    /** Whether lines are swallowed from now on. */
    void silence(boolean newSilent) {
        silent = newSilent;
    }

    boolean isSilent() {
        return silent;
    }

    /** An element of that many octets of content. */
    void line(int offset, int length, int depth, String text) {
        if (!silent) {
            String place = hexadecimal ? HexFormat.of().toHexDigits(offset) : padded(offset, 8);
            lines.accept(place + padded(length, 8) + "  " + "  ".repeat(depth) + text);
        }
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return " ".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** Where decoding failed. */
    void failure(int depth, String text) {
        remark(depth, "!! " + text);
    }

    /** Something worth knowing of the line before. */
    void remark(int depth, String text) {
        if (!silent) {
            lines.accept(" ".repeat(18) + "  ".repeat(depth) + text);
        }
    }

    /** A line of its own. */
    void plain(String text) {
        if (!silent) {
            lines.accept(text);
        }
    }
}
