package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.raw.Reject;
import org.jspecify.annotations.Nullable;

/** Formats of text, line by line: the names of keys and columns, their values, and what was made of them. */
final class TextTree implements RecordBody {
    private static final int MAX_LINE = 16 * 1024;

    private final byte[] octets;
    private final TreeWriter out;
    private final boolean masked;
    private final LineFields fields;
    private int line = 1;

    TextTree(byte[] octets, String format, TreeWriter out, boolean masked) {
        this.octets = octets;
        this.out = out;
        this.masked = masked;
        this.fields = LineFields.of(format, masked);
    }

    @Override
    public void between(int from, int to) {
        lines(from, to, "");
    }

    @Override
    public void record(int from, int to, String heading, @Nullable Reject reject) {
        if (from == to) {
            out.line(from, 0, 0, heading);
        } else {
            lines(from, to, heading);
        }
        if (reject != null) {
            out.failure(1, RecordTree.sentence(reject));
        }
    }

    private void lines(int from, int to, String heading) {
        int at = from;
        String note = heading;
        while (at < to) {
            int end = at;
            while (end < to && octets[end] != '\n') {
                end++;
            }
            print(at, end, note);
            note = "";
            if (end < to) {
                line++;
            }
            at = end + 1;
        }
    }

    private void print(int from, int to, String heading) {
        int end = to > from && octets[to - 1] == '\r' ? to - 1 : to;
        String text = Text.of(octets, from, Math.min(end, from + MAX_LINE));
        if (text.isBlank() && heading.isEmpty()) {
            return;
        }
        String shown = masked ? "***" : Text.quoted(text);
        out.line(from, end - from, 0, "line " + line + (heading.isEmpty() ? "" : "  " + heading) + ": " + shown);
        if (!out.isSilent()) {
            fields.of(text).forEach(field -> out.remark(1, field));
        }
    }
}
