package io.luxqoe.decoder.ber;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import org.jspecify.annotations.Nullable;

/**
 * Walks the elements of one level of BER (ITU-T X.690 clause 8.1) in a slice of octets, without copying. Definite and
 * indefinite lengths and the high-tag form are read; every position is checked against the slice before it is used, and
 * each step moves forward. A cursor is used again for the next slice.
 */
public final class BerCursor {
    /** Context-specific class. */
    public static final int CONTEXT = 2;

    /** Elements of indefinite length may lie this deep in one another. */
    static final int MAX_DEPTH = 32;

    private static final int CONSTRUCTED = 0x20;
    private static final int HIGH_TAG = 0x1F;
    private static final int INDEFINITE = 0x80;
    /** Tag numbers stay below 2^21: three octets in high-tag form. */
    private static final int MAX_TAG_OCTETS = 3;

    private static final int UNKNOWN_END = -1;

    private byte[] octets = new byte[0];
    private int next;
    private int limit;

    private int tagClass;
    private int tagNumber;
    private boolean constructed;
    private int start;
    private int valueStart;
    private int valueEnd;
    private int end;
    private @Nullable RejectReason problem;

    /** Puts the cursor before the first element of the slice. */
    public BerCursor over(byte[] newOctets, int from, int to) {
        octets = newOctets;
        next = from;
        limit = to;
        problem = null;
        return this;
    }

    /** Steps to the next element; false at the end of the slice. */
    public boolean next() throws DecodeFailure {
        if (next >= limit) {
            return false;
        }
        if (!step()) {
            throw failure();
        }
        return true;
    }

    /** Steps to the element at the cursor; false if there is no whole one, for the {@link #problem}. */
    public boolean step() {
        if (!readHeader(next)) {
            return false;
        }
        if (valueEnd == UNKNOWN_END && !findEnd()) {
            return false;
        }
        next = end;
        return true;
    }

    /** Reads only tag and length at the cursor: true if they are there, whatever the slice holds of the value. */
    public boolean peek() {
        return readHeader(next) || (problem == RejectReason.TRUNCATED_RECORD && valueStart > start);
    }

    private boolean readHeader(int at) {
        problem = null;
        start = at;
        valueStart = at;
        valueEnd = at;
        if (at >= limit) {
            return fail(RejectReason.TRUNCATED_RECORD);
        }
        int first = octets[at] & 0xFF;
        tagClass = first >> 6;
        constructed = (first & CONSTRUCTED) != 0;
        tagNumber = first & HIGH_TAG;
        int position = at + 1;
        if (tagNumber == HIGH_TAG) {
            position = readHighTag(position);
            if (position < 0) {
                return false;
            }
        }
        return readLength(position);
    }

    private int readHighTag(int from) {
        tagNumber = 0;
        for (int position = from; position < from + MAX_TAG_OCTETS; position++) {
            if (position >= limit) {
                fail(RejectReason.TRUNCATED_RECORD);
                return -1;
            }
            int octet = octets[position];
            tagNumber = tagNumber << 7 | (octet & 0x7F);
            if (octet >= 0) {
                return position + 1;
            }
        }
        fail(RejectReason.MALFORMED_BER);
        return -1;
    }

    private boolean readLength(int at) {
        if (at >= limit) {
            return fail(RejectReason.TRUNCATED_RECORD);
        }
        int first = octets[at] & 0xFF;
        int position = at + 1;
        long length = first;
        if (first == INDEFINITE) {
            if (!constructed) {
                return fail(RejectReason.MALFORMED_BER);
            }
            valueStart = position;
            valueEnd = UNKNOWN_END;
            return true;
        }
        if (first > INDEFINITE) {
            int count = first & 0x7F;
            if (count == 0x7F) {
                return fail(RejectReason.MALFORMED_BER);
            }
            if (count > limit - position) {
                return fail(RejectReason.TRUNCATED_RECORD);
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | (octets[position++] & 0xFF);
                if (length > Integer.MAX_VALUE) {
                    return fail(RejectReason.MALFORMED_BER);
                }
            }
        }
        valueStart = position;
        if (length > limit - position) {
            return fail(RejectReason.TRUNCATED_RECORD);
        }
        valueEnd = position + (int) length;
        end = valueEnd;
        return true;
    }

    /** Finds the end-of-contents octets that belong to the element whose header was just read. */
    private boolean findEnd() {
        int outerStart = start;
        int outerValue = valueStart;
        int outerClass = tagClass;
        int outerNumber = tagNumber;
        int depth = 1;
        int position = valueStart;
        while (depth > 0) {
            if (limit - position >= 2 && octets[position] == 0 && octets[position + 1] == 0) {
                depth--;
                position += 2;
            } else if (!readHeader(position)) {
                break;
            } else if (valueEnd != UNKNOWN_END) {
                position = end;
            } else if (++depth > MAX_DEPTH) {
                fail(RejectReason.NESTED_TOO_DEEP);
                break;
            } else {
                position = valueStart;
            }
        }
        start = outerStart;
        valueStart = outerValue;
        tagClass = outerClass;
        tagNumber = outerNumber;
        constructed = true;
        valueEnd = position - 2;
        end = position;
        return depth == 0;
    }

    private boolean fail(RejectReason why) {
        problem = why;
        return false;
    }

    private DecodeFailure failure() {
        RejectReason why =
                problem == null || problem == RejectReason.TRUNCATED_RECORD ? RejectReason.MALFORMED_BER : problem;
        return new DecodeFailure(
                why,
                why == RejectReason.NESTED_TOO_DEEP
                        ? "elements lie more than " + MAX_DEPTH + " deep in one another"
                        : "no whole element at octet " + start + " of the raw record");
    }

    /** Why {@link #step} or {@link #peek} found nothing. */
    public @Nullable RejectReason problem() {
        return problem;
    }

    /** Class of the element: 0 universal, 1 application, 2 context-specific, 3 private. */
    public int tagClass() {
        return tagClass;
    }

    /** Tag number of the element. */
    public int tagNumber() {
        return tagNumber;
    }

    /** Whether it is the context-specific element {@code number}. */
    public boolean isContext(int number) {
        return tagClass == CONTEXT && tagNumber == number;
    }

    /** Whether the element holds elements. */
    public boolean isConstructed() {
        return constructed;
    }

    /** Whether the element whose header was {@link #peek peeked at} has no length and ends with end-of-contents. */
    public boolean isIndefinite() {
        return valueEnd == UNKNOWN_END;
    }

    /** Where the element's tag is. */
    public int start() {
        return start;
    }

    /** Where the element's content begins. */
    public int valueStart() {
        return valueStart;
    }

    /** Where the element's content ends. */
    public int valueEnd() {
        return valueEnd;
    }

    /** How many octets of content. */
    public int valueLength() {
        return valueEnd - valueStart;
    }

    /** Where the element ends, end-of-contents octets included. */
    public int end() {
        return end;
    }

    /** The octets that the cursor walks. */
    public byte[] octets() {
        return octets;
    }
}
