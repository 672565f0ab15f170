package io.luxqoe.decoder.inspect;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.inspect.ElementType.Element;
import io.luxqoe.decoder.raw.Reject;
import org.jspecify.annotations.Nullable;

/** The tree of one BER element: every element in it with its name and its content, as far as there is BER. */
final class RecordTree {
    private static final int MAX_DEPTH = 40;
    private static final int NOWHERE = -1;
    private static final String[] UNIVERSAL = {
        "end of contents",
        "BOOLEAN",
        "INTEGER",
        "BIT STRING",
        "OCTET STRING",
        "NULL",
        "OBJECT IDENTIFIER",
        "OBJECT DESCRIPTOR",
        "EXTERNAL",
        "REAL",
        "ENUMERATED",
        "EMBEDDED PDV",
        "UTF8String",
        "RELATIVE-OID",
        "TIME",
        "RESERVED",
        "SEQUENCE",
        "SET",
        "NumericString",
        "PrintableString",
        "TeletexString",
        "VideotexString",
        "IA5String",
        "UTCTime",
        "GeneralizedTime",
        "GraphicString",
        "VisibleString",
        "GeneralString"
    };

    private final Dictionary dictionary;
    private final TreeWriter out;
    private final boolean masked;
    private byte[] octets = new byte[0];

    private @Nullable Reject reject;
    private boolean marked;
    private int markAt = NOWHERE;
    private boolean searching;
    private int named = NOWHERE;
    private int namedAndBad = NOWHERE;

    RecordTree(Dictionary dictionary, TreeWriter out, boolean masked) {
        this.dictionary = dictionary;
        this.out = out;
        this.masked = masked;
    }

    /** Whether a record, known or not, may begin at {@code at}. */
    static boolean mayBegin(byte[] octets, int at, int to) {
        return at < to && (octets[at] & 0xE0) == 0xA0;
    }

    /**
     * Prints the record in the slice.
     *
     * @param heading what is known of it
     * @param why why it was refused, if it was: marked at the element
     */
    void print(byte[] newOctets, int from, int to, int depth, String heading, @Nullable Reject why) {
        if (out.isSilent()) {
            return;
        }
        octets = newOctets;
        reject = why;
        marked = why == null;
        markAt = NOWHERE;
        if (why != null && why.field() != null) {
            searching = true;
            named = NOWHERE;
            namedAndBad = NOWHERE;
            out.silence(true);
            records(from, to, depth, heading);
            out.silence(false);
            searching = false;
            markAt = namedAndBad == NOWHERE ? named : namedAndBad;
        }
        records(from, to, depth, heading);
        if (!marked && why != null) {
            out.failure(depth, sentence(why));
        }
    }

    static String sentence(Reject why) {
        return why.reason().word() + " " + why.message();
    }

    private void records(int from, int to, int depth, String heading) {
        BerCursor cursor = new BerCursor();
        int at = from;
        String text = heading;
        while (at < to) {
            cursor.over(octets, at, to);
            if (!cursor.step()) {
                brokenRecord(cursor, at, to, depth, text);
                return;
            }
            Element record = record(cursor, cursor.valueStart(), cursor.valueEnd());
            element(cursor, record, depth, false, text);
            at = cursor.end();
            text = "";
        }
    }

    /** What a record that is cut or whose length is wrong shows of itself. */
    private void brokenRecord(BerCursor cursor, int at, int to, int depth, String heading) {
        if (!cursor.over(octets, at, to).peek() || cursor.valueStart() > to) {
            broken(at, to, depth, heading);
            return;
        }
        Element record = record(cursor, cursor.valueStart(), to);
        int valueStart = cursor.valueStart();
        out.line(
                at,
                to - valueStart,
                depth,
                title(cursor, record, heading) + "  (its length is " + announced(at, valueStart) + ", "
                        + (to - valueStart) + " are here)");
        if (cursor.isConstructed()) {
            children(valueStart, to, record, depth + 1, false);
        }
        markHere(depth + 1);
    }

    private String announced(int at, int valueStart) {
        int first = at + 1;
        if ((octets[at] & 0x1F) == 0x1F) {
            while (first < valueStart && octets[first] < 0) {
                first++;
            }
            first++;
        }
        if (first >= valueStart) {
            return "unknown";
        }
        int lead = octets[first] & 0xFF;
        if (lead == 0x80) {
            return "indefinite";
        }
        long length = lead;
        if (lead > 0x80) {
            length = 0;
            for (int i = first + 1; i < valueStart; i++) {
                length = length << 8 | (octets[i] & 0xFF);
            }
        }
        return Long.toString(length);
    }

    private @Nullable Element record(BerCursor cursor, int from, int to) {
        if (cursor.tagClass() != BerCursor.CONTEXT) {
            return cursor.tagClass() == 0 && cursor.tagNumber() == 16
                    ? new Element("callEventDataFile", dictionary.type("CallEventDataFile"), false, false)
                    : null;
        }
        return dictionary.record(cursor.tagNumber(), recordType(from, to));
    }

    /** The number in element [0], if it is the first. */
    private int recordType(int from, int to) {
        BerCursor first = new BerCursor().over(octets, from, to);
        boolean found = first.step() && first.isContext(0) && first.valueLength() >= 1 && first.valueLength() <= 2;
        int type = NOWHERE;
        if (found) {
            type = octets[first.valueEnd() - 1] & 0xFF;
            if (first.valueLength() == 2) {
                type |= (octets[first.valueStart()] & 0xFF) << 8;
            }
        }
        return type;
    }

    /** Prints the elements of the slice, which are those of {@code parent}. */
    void elements(byte[] newOctets, int from, int to, @Nullable Element parent, int depth) {
        octets = newOctets;
        reject = null;
        marked = true;
        children(from, to, parent, depth, false);
    }

    private void children(int from, int to, @Nullable Element parent, int depth, boolean secret) {
        if (depth > MAX_DEPTH) {
            out.line(from, to - from, depth, "elements nested deeper than " + MAX_DEPTH + ": not shown");
            return;
        }
        BerCursor cursor = new BerCursor();
        int at = from;
        int number = 1;
        while (at < to) {
            if (!cursor.over(octets, at, to).step()) {
                broken(at, to, depth, "");
                return;
            }
            element(cursor, child(parent, cursor, number), depth, secret, "");
            at = cursor.end();
            number++;
        }
    }

    /** What the element at the cursor is within its parent. */
    private @Nullable Element child(@Nullable Element parent, BerCursor cursor, int number) {
        if (parent == null) {
            return null;
        }
        ElementType type = parent.type();
        if (!parent.list()) {
            return member(type, cursor);
        }
        if (type.kind() == Kind.CHOICE) {
            return type.name().equals("Record")
                    ? record(cursor, cursor.valueStart(), cursor.valueEnd())
                    : member(type, cursor);
        }
        return new Element(type.name() + " " + number, type, false, parent.vendor());
    }

    private static @Nullable Element member(ElementType type, BerCursor cursor) {
        return switch (cursor.tagClass()) {
            case 0 -> type.universal(cursor.tagNumber());
            case BerCursor.CONTEXT -> type.element(cursor.tagNumber());
            default -> null;
        };
    }

    private void element(BerCursor cursor, @Nullable Element element, int depth, boolean secret, String heading) {
        int start = cursor.start();
        int from = cursor.valueStart();
        int to = cursor.valueEnd();
        ElementType type = element == null ? null : element.type();
        boolean hidden = secret || (type != null && type.isSecret());
        boolean structure =
                element != null && (element.list() || element.type().kind().isStructure());
        String title = title(cursor, element, heading);
        if (cursor.isConstructed()) {
            out.line(start, to - from, depth, title);
            note(start, element, type != null && !structure, depth);
            children(from, to, structure ? element : null, depth + 1, hidden);
            return;
        }
        Values.Value value = type == null || structure
                ? new Values.Value(unknown(octets, from, to), type == null)
                : Values.of(type, octets, from, to);
        boolean covered =
                masked && (hidden || type == null || structure || type.kind().isOpaque() || !value.fits());
        out.line(start, to - from, depth, title + ": " + (covered ? "***" : value.text() + raw(value, from, to)));
        if (!value.fits()) {
            out.remark(depth + 1, "?? no " + (structure ? "elements" : type == null ? "content" : type.name()));
        }
        note(start, element, !value.fits(), depth);
    }

    private String raw(Values.Value value, int from, int to) {
        return out.isHexadecimal() && value.fits() && to > from ? "  <" + Hex.of(octets, from, to) + ">" : "";
    }

    private static String unknown(byte[] octets, int from, int to) {
        if (to == from) {
            return "empty";
        }
        String hex = Hex.of(octets, from, to);
        return to - from > 3 && Text.isText(octets, from, to)
                ? hex + " " + Text.quoted(Text.of(octets, from, to))
                : hex;
    }

    /** Marks the element that was refused, or remembers it while it is looked for. */
    private void note(int start, @Nullable Element element, boolean bad, int depth) {
        Reject why = reject;
        if (why == null) {
            return;
        }
        if (searching) {
            if (element != null && element.field().equals(why.field())) {
                named = named == NOWHERE ? start : named;
                namedAndBad = bad && namedAndBad == NOWHERE ? start : namedAndBad;
            }
        } else if (start == markAt) {
            markHere(depth + 1);
        }
    }

    private void markHere(int depth) {
        Reject why = reject;
        if (why != null && !marked && !searching) {
            out.failure(depth, sentence(why));
            marked = true;
        }
    }

    private void broken(int at, int to, int depth, String heading) {
        String shown = masked ? "***" : Hex.of(octets, at, to);
        out.line(at, to - at, depth, (heading.isEmpty() ? "" : heading + "  ") + "no whole element: " + shown);
        markHere(depth);
    }

    private static String title(BerCursor cursor, @Nullable Element element, String heading) {
        int number = cursor.tagNumber();
        String tag =
                switch (cursor.tagClass()) {
                    case 0 -> number < UNIVERSAL.length ? UNIVERSAL[number] : "[UNIVERSAL " + number + "]";
                    case 1 -> "[APPLICATION " + number + "]";
                    case 2 -> "[" + number + "]";
                    default -> "[PRIVATE " + number + "]";
                };
        String name = element == null ? "?" : element.name();
        String title = element == null && cursor.tagClass() == 0 ? tag : name + " " + tag;
        if (element != null && element.vendor()) {
            title += " (vendor)";
        }
        return heading.isEmpty() ? title : title + "  " + heading;
    }
}
