package io.luxqoe.decoder.ber;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import java.util.Arrays;

/**
 * Where the known fields of one record lie: found in one pass over its elements, in whatever order they come, and read
 * when they are asked for. Used again for the next record.
 */
public final class FieldSpans<F extends Enum<F> & BerField> {
    private static final int ABSENT = -1;

    private final BerCursor cursor = new BerCursor();
    private final int[] starts;
    private final int[] ends;
    private byte[] octets = new byte[0];

    /** Spans for the fields of that enum. */
    public FieldSpans(Class<F> fields) {
        starts = new int[fields.getEnumConstants().length];
        ends = new int[starts.length];
    }

    /**
     * Finds the fields of {@code table} among the elements of the slice. Of a field that is there twice the first counts.
     */
    public FieldSpans<F> read(TagTable<F> table, byte[] newOctets, int from, int to) throws DecodeFailure {
        octets = newOctets;
        Arrays.fill(starts, ABSENT);
        cursor.over(newOctets, from, to);
        while (cursor.next()) {
            F field = table.fieldAt(cursor);
            if (field != null && starts[field.ordinal()] == ABSENT) {
                check(field);
                starts[field.ordinal()] = cursor.valueStart();
                ends[field.ordinal()] = cursor.valueEnd();
            }
        }
        return this;
    }

    private void check(F field) throws DecodeFailure {
        if (cursor.isConstructed() != (field.form() == BerField.Form.CONSTRUCTED)) {
            throw new DecodeFailure(
                    RejectReason.WRONG_FORM,
                    field.fieldName(),
                    cursor.isConstructed() ? "constructed, should be primitive" : "primitive, should be constructed");
        }
        int length = cursor.valueLength();
        if (length < field.minLength() || length > field.maxLength()) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH,
                    field.fieldName(),
                    length + " octets, should be " + field.minLength() + " to " + field.maxLength());
        }
    }

    /** Whether the record has the field. */
    public boolean has(F field) {
        return starts[field.ordinal()] != ABSENT;
    }

    /** Whether the record has the field with some content: writers leave optional digits empty. */
    public boolean hasContent(F field) {
        return has(field) && start(field) < end(field);
    }

    /** Where the field's content begins. */
    public int start(F field) {
        return starts[field.ordinal()];
    }

    /** Where the field's content ends. */
    public int end(F field) {
        return ends[field.ordinal()];
    }

    /** The octets that the spans lie in. */
    public byte[] octets() {
        return octets;
    }

    /** The field as INTEGER or ENUMERATED, at least {@code least} and at most {@code most}. */
    public long integer(F field, long least, long most) throws DecodeFailure {
        return BerInteger.read(octets, start(field), end(field), field.fieldName(), least, most);
    }
}
