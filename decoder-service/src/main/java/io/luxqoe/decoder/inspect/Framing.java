package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.file.BigEndian;
import io.luxqoe.decoder.file.GtpPrimeMessage;
import io.luxqoe.decoder.inspect.ElementType.Element;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What lies around records: the headers of TS 32.297 files and their CDRs, GTP' packets and their information elements
 * (TS 32.295), the outer sequence of a vendor's file, filler. It is told where the records are, and explains the rest.
 */
final class Framing {
    private static final int SHORT_HEADER = 4;
    private static final int LONG_HEADER = 5;
    private static final int SHOWN_LINES = 8;
    private static final int LINE = 32;

    private final Dictionary dictionary;
    private final TreeWriter out;
    private final RecordTree tree;
    private final boolean masked;
    private final byte[] octets;
    private final Deque<Container> containers = new ArrayDeque<>();
    private boolean inFile;
    private int packetEnd;

    /** An element that records lie in. */
    private record Container(int end, @Nullable Element element) {}

    Framing(Dictionary dictionary, TreeWriter out, RecordTree tree, boolean masked, byte[] octets) {
        this.dictionary = dictionary;
        this.out = out;
        this.tree = tree;
        this.masked = masked;
        this.octets = octets;
    }

    /** Prints what lies between {@code from} and the next record, or the end, at {@code to}. */
    void gap(int from, int to) {
        int at = from;
        while (at < to) {
            int next = step(at, to);
            at = Math.max(next, at + 1);
        }
    }

    /** How deep records lie in what is around them. */
    int depth(int at) {
        leave(at);
        return containers.size() + (inFile || at < packetEnd ? 1 : 0);
    }

    private int step(int at, int to) {
        leave(at);
        if (at >= packetEnd && FileHeader.isAt(octets, at, octets.length) && FileHeader.end(octets, at) <= to) {
            inFile = true;
            return FileHeader.print(octets, at, to, out);
        }
        GtpPrimeMessage packet = at >= packetEnd ? GtpPrimeMessage.read(octets, at, octets.length) : null;
        if (packet != null) {
            inFile = false;
            packetEnd = Math.min(packet.end(), octets.length);
            return GtpPrime.print(octets, packet, to, out, masked);
        }
        if (at == 0 && GtpPrime.isBare(octets, at)) {
            packetEnd = octets.length;
        }
        if (at < packetEnd) {
            return to - at == 2 && to < octets.length
                    ? recordLength(at)
                    : GtpPrime.elements(octets, at, to, out, masked);
        }
        if (inFile) {
            return inFile(at, to);
        }
        if (!containers.isEmpty() || isSequence(at)) {
            return container(at, to);
        }
        return rest(at, to, 0);
    }

    private int recordLength(int at) {
        out.line(at, 2, 1, "length of the record: " + BigEndian.two(octets, at));
        return at + 2;
    }

    /** In a TS 32.297 file: what was left over, then the header of the CDR that begins at {@code to}. */
    private int inFile(int at, int to) {
        if (to < octets.length) {
            for (int length : new int[] {LONG_HEADER, SHORT_HEADER}) {
                if (to - at >= length && isLong(to - length) == (length == LONG_HEADER)) {
                    if (at < to - length) {
                        return rest(at, to - length, 1);
                    }
                    cdrHeader(at);
                    return to;
                }
            }
        }
        return rest(at, to, 1);
    }

    private boolean isLong(int header) {
        return (octets[header + 2] & 0xFF) >> 5 == FileHeader.EXTENDED;
    }

    /** Whether the header of a CDR lies at {@code at}, and the CDR or what is left of it fills the slice. */
    boolean isCdrHeader(int at, int to) {
        if (!inFile || to - at <= LONG_HEADER) {
            return false;
        }
        int length = isLong(at) ? LONG_HEADER : SHORT_HEADER;
        return BigEndian.two(octets, at) >= to - at - length || RecordTree.mayBegin(octets, at + length, to);
    }

    /** Prints the header of a CDR; returns where the CDR begins. */
    int cdrHeader(int at) {
        int length = isLong(at) ? LONG_HEADER : SHORT_HEADER;
        String release = FileHeader.release(octets[at + 2]) + (isLong(at) ? " + " + (octets[at + 4] & 0xFF) : "");
        out.line(
                at,
                length,
                1,
                "CDR header: length " + BigEndian.two(octets, at) + ", " + release + ", "
                        + FileHeader.format(octets[at + 3]) + ", " + FileHeader.specification(octets[at + 3]));
        return at + length;
    }

    private boolean isSequence(int at) {
        return octets[at] == 0x30
                && new BerCursor().over(octets, at, octets.length).peek();
    }

    private void leave(int at) {
        while (!containers.isEmpty() && at >= containers.getLast().end()) {
            containers.removeLast();
        }
    }

    /** An element around records: whole ones are printed, of others the head, and their content goes on. */
    private int container(int at, int to) {
        int depth = containers.size();
        Container around = containers.peekLast();
        int limit = around == null ? octets.length : around.end();
        BerCursor cursor = new BerCursor().over(octets, at, limit);
        Element parent = around == null ? null : around.element();
        boolean whole = cursor.step();
        if (whole && cursor.end() <= to && around != null) {
            tree.elements(octets, at, cursor.end(), parent, depth);
            return cursor.end();
        }
        if ((!whole && !cursor.over(octets, at, limit).peek()) || !cursor.isConstructed()) {
            return rest(at, to, depth);
        }
        Element element = around == null
                ? new Element("callEventDataFile", dictionary.type("CallEventDataFile"), false, false)
                : parent == null || parent.list() ? null : parent.type().element(cursor.tagNumber());
        int end = whole ? cursor.end() : limit;
        int start = cursor.valueStart();
        if (start > to) {
            return rest(at, to, depth);
        }
        String tag = cursor.tagClass() == BerCursor.CONTEXT ? "[" + cursor.tagNumber() + "]" : "SEQUENCE";
        out.line(at, end - start, depth, (element == null ? "?" : element.name()) + " " + tag);
        containers.addLast(new Container(end, element));
        return start;
    }

    private int rest(int at, int to, int depth) {
        int end = at;
        while (end < to && (octets[end] == 0 || octets[end] == (byte) 0xFF)) {
            end++;
        }
        if (end > at) {
            out.line(at, end - at, depth, "filler");
            return end;
        }
        end = beforeFiller(at, to);
        dump(at, end, depth, "octets that are no record");
        return end;
    }

    private int beforeFiller(int from, int to) {
        int last = to;
        while (last > from && (octets[last - 1] == 0 || octets[last - 1] == (byte) 0xFF)) {
            last--;
        }
        return last;
    }

    /** Prints octets in hexadecimal under a line that says what they are. */
    void dump(int from, int to, int depth, String what) {
        out.line(from, to - from, depth, what);
        if (masked) {
            return;
        }
        int end = Math.min(to, from + LINE * SHOWN_LINES);
        for (int at = from; at < end; at += LINE) {
            out.line(at, Math.min(LINE, end - at), depth + 1, Hex.of(octets, at, Math.min(end, at + LINE)));
        }
        if (end < to) {
            out.remark(depth + 1, "... and " + (to - end) + " octets more");
        }
    }
}
