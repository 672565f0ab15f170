package io.luxqoe.local.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a row or a deletion does to a key.
 *
 * @param fields what differs in the revision that is added or corrected; empty where the key is added or deleted
 */
public record Change(ReferenceTable table, String key, Kind kind, List<FieldChange> fields) {

    /** What happens to the key. */
    public enum Kind {
        /** The table does not have the key. */
        ADDED,
        /** A revision comes on top of those that are there, or between them. */
        REVISED,
        /** A revision that is there is corrected. */
        CORRECTED,
        /** A tombstone is written. */
        DELETED
    }

    /**
     * One field of it, as text.
     *
     * @param before null for none
     * @param after null for none
     */
    public record FieldChange(String field, @Nullable String before, @Nullable String after) {}

    public Change {
        fields = List.copyOf(fields);
    }
}
