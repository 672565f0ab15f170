package io.luxqoe.decoder.ber;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.KeptElements;
import io.luxqoe.decoder.raw.RejectReason;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the known fields of one record lie: found in one pass over its elements, in whatever order they come, and read
 * when they are asked for. Used again for the next record.
 */
public final class FieldSpans<F extends Enum<F> & BerField> {
    /** Unknown elements of one record that are kept at most. */
    public static final int MAX_KEPT = 64;
    /** Octets of an unknown element that are kept at most. */
    public static final int MAX_KEPT_OCTETS = 256;

    private static final HexFormat HEX = HexFormat.of();
    private static final int ABSENT = -1;

    private final BerCursor cursor = new BerCursor();
    private final int[] starts;
    private final int[] ends;
    private byte[] octets = new byte[0];
    private Map<String, String> unknown = Map.of();

    /** Spans for the fields of that enum. */
    public FieldSpans(Class<F> fields) {
        starts = new int[fields.getEnumConstants().length];
        ends = new int[starts.length];
    }

    /**
     * Finds the fields of {@code table} among the elements of the slice. Of a field that is there twice the first counts.
     */
    public FieldSpans<F> read(TagTable<F> table, byte[] newOctets, int from, int to) throws DecodeFailure {
        return read(table, newOctets, from, to, KeptElements.NONE);
    }

    /** Finds the fields of {@code table}, and of the elements that are in no table those to be kept. */
    public FieldSpans<F> read(TagTable<F> table, byte[] newOctets, int from, int to, KeptElements kept)
            throws DecodeFailure {
        octets = newOctets;
        Arrays.fill(starts, ABSENT);
        unknown = Map.of();
        cursor.over(newOctets, from, to);
        while (cursor.next()) {
            F field = table.fieldAt(cursor);
            if (field == null) {
                if (!kept.isEmpty() && !table.withholds(cursor.tagNumber())) {
                    keep(kept);
                }
            } else if (starts[field.ordinal()] == ABSENT) {
                check(field);
                starts[field.ordinal()] = cursor.valueStart();
                ends[field.ordinal()] = cursor.valueEnd();
            }
        }
        return this;
    }

    private void keep(KeptElements kept) {
        if (cursor.tagClass() != BerCursor.CONTEXT || !kept.keeps(cursor.tagNumber())) {
            return;
        }
        if (unknown.isEmpty()) {
            unknown = new TreeMap<>();
        }
        int to = Math.min(cursor.valueEnd(), cursor.valueStart() + MAX_KEPT_OCTETS);
        if (unknown.size() < MAX_KEPT) {
            unknown.put("[" + cursor.tagNumber() + "]", HEX.formatHex(octets, cursor.valueStart(), to));
        }
    }

    /** The elements that were kept though no table knows them: hexadecimal content by tag ({@code [201]}). */
    public Map<String, String> unknown() {
        return unknown;
    }

    private void check(F field) throws DecodeFailure {
        FieldType type = field.type();
        FieldType.Form form = type.form();
        if (cursor.isConstructed() != (form == FieldType.Form.CONSTRUCTED) && form != FieldType.Form.EITHER) {
            throw new DecodeFailure(
                    RejectReason.WRONG_FORM,
                    field.fieldName(),
                    cursor.isConstructed() ? "constructed, should be primitive" : "primitive, should be constructed");
        }
        int length = cursor.valueLength();
        if (length < type.minLength() || length > type.maxLength()) {
            throw new DecodeFailure(
                    RejectReason.BAD_LENGTH,
                    field.fieldName(),
                    length + " octets, should be " + type.minLength() + " to " + type.maxLength());
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
