package io.luxqoe.decoder.file;

import io.luxqoe.decoder.ber.BerCursor;
import io.luxqoe.decoder.cdr.RecordTags;

/**
 * Looks at a position without decoding: is there a record? Finds the way back into step after octets that are none. Work
 * on records of indefinite length, whose end must be searched, is bounded by a small multiple of the raw record.
 */
final class RecordProbe {
    private static final int WORK_FACTOR = 16;
    private static final int RECORD_TYPE_TAG = 0x80;

    private final BerCursor outer = new BerCursor();
    private final BerCursor inner = new BerCursor();
    private byte[] octets = new byte[0];
    private int to;
    private long workLeft;

    private boolean header;
    private boolean whole;
    private boolean like;
    private int end;
    private int recordType;
    private int innerType;

    private int searchedFrom;
    private int certainAt;

    /** Turns to the octets of another raw record, up to {@code newTo}. */
    void over(byte[] newOctets, int newTo) {
        octets = newOctets;
        to = newTo;
        workLeft = (long) WORK_FACTOR * newOctets.length;
        searchedFrom = 0;
        certainAt = -1;
    }

    /** Stays with the same octets, and with the work left for them, but looks at them only up to {@code newTo}. */
    void narrow(int newTo) {
        to = newTo;
        searchedFrom = 0;
        certainAt = -1;
    }

    /** Looks at {@code at}; the answers are there until the next look. */
    RecordProbe look(int at) {
        outer.over(octets, at, to);
        whole = false;
        like = false;
        end = to;
        recordType = RecordTags.NONE;
        header = outer.peek();
        if (header) {
            recordType = RecordTags.recordType(outer);
            int valueStart = outer.valueStart();
            findEnd(at);
            like = looksLikeRecord(valueStart);
        }
        return this;
    }

    private void findEnd(int at) {
        if (outer.problem() != null) {
            return;
        }
        if (outer.isIndefinite()) {
            if (workLeft <= 0) {
                return;
            }
            whole = outer.step();
            workLeft -= (whole ? outer.end() : to) - at;
        } else {
            whole = outer.step();
        }
        end = whole ? outer.end() : to;
    }

    /** Whether the content begins with a recordType of one or two octets and another element. */
    private boolean looksLikeRecord(int from) {
        int valueEnd = whole ? outer.valueEnd() : to;
        if (valueEnd - from < 5 || (octets[from] & 0xFF) != RECORD_TYPE_TAG) {
            return false;
        }
        int length = octets[from + 1];
        if (length != 1 && length != 2) {
            return false;
        }
        innerType = length == 1 ? octets[from + 2] : octets[from + 2] << 8 | (octets[from + 3] & 0xFF);
        inner.over(octets, from + 2 + length, valueEnd);
        return inner.peek() && (inner.problem() == null || !whole);
    }

    /** Whether a tag and a length are there. */
    boolean hasHeader() {
        return header;
    }

    /** Whether the whole element is there. */
    boolean isWhole() {
        return whole;
    }

    /** Where the element ends, if it is whole. */
    int end() {
        return end;
    }

    /** Whether the outer tag is that of a record. */
    boolean isKnown() {
        return recordType != RecordTags.NONE;
    }

    /** Whether it begins as a record does within, whatever its outer tag. */
    boolean isRecordLike() {
        return like;
    }

    /** Whether outer tag, length and recordType all agree: what chance does not bring about. */
    boolean isCertain() {
        return whole && like && isKnown() && innerType == recordType;
    }

    /** Where the next certain record begins, from {@code from} on, or the end. */
    int nextCertain(int from) {
        if (from >= searchedFrom && from <= certainAt) {
            return certainAt;
        }
        int at = from;
        while (at < to && !(mayBegin(at) && look(at).isCertain())) {
            at++;
        }
        searchedFrom = from;
        certainAt = at;
        return at;
    }

    private boolean mayBegin(int at) {
        return (octets[at] & 0xE0) == 0xA0;
    }
}
