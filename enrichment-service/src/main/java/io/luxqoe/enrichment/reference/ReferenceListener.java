package io.luxqoe.enrichment.reference;

/** Hears what happens to the reference tables; called by the global thread, record by record. */
public interface ReferenceListener {
    /** A record of the table was broken; what was known of its key before still holds. */
    void rejected(ReferenceKind table);

    /** The table holds so many keys now. */
    void resized(ReferenceKind table, int keys);
}
