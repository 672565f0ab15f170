package io.luxqoe.decoder.ber;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The context-specific tags of one record and the fields they stand for. What is not in the table is skipped. */
public final class TagTable<F extends Enum<F> & BerField> {
    private final String record;
    private final F[] byTag;
    private final BitSet withheld;

    private TagTable(String record, F[] byTag, BitSet withheld) {
        this.record = record;
        this.byTag = byTag;
        this.withheld = withheld;
    }

    /** An empty table of the record of that name; {@code fields} is only for its type. */
    @SafeVarargs
    public static <F extends Enum<F> & BerField> TagTable<F> of(String record, F... fields) {
        return new TagTable<>(record, Arrays.copyOf(fields, 0), new BitSet());
    }

    /** This table with {@code field} at {@code tag}. */
    public TagTable<F> with(int tag, F field) {
        F[] wider = Arrays.copyOf(byTag, Math.max(byTag.length, tag + 1));
        wider[tag] = field;
        return new TagTable<>(record, wider, withheld);
    }

    /** This table with an element at {@code tag} that is known to hold what identifies a person, and so is never kept. */
    public TagTable<F> withholding(int tag) {
        BitSet wider = (BitSet) withheld.clone();
        wider.set(tag);
        return new TagTable<>(record, byTag, wider);
    }

    /** The same table for the record of that name. */
    public TagTable<F> named(String otherRecord) {
        return new TagTable<>(otherRecord, byTag, withheld);
    }

    /** Name of the record in the standard. */
    public String record() {
        return record;
    }

    /** The field that the cursor's element is, if it is known. */
    @Nullable
    F fieldAt(BerCursor cursor) {
        int tag = cursor.tagNumber();
        return cursor.tagClass() == BerCursor.CONTEXT && tag < byTag.length ? byTag[tag] : null;
    }

    /** Whether the context-specific element of that tag is never kept. */
    boolean withholds(int tag) {
        return withheld.get(tag);
    }
}
