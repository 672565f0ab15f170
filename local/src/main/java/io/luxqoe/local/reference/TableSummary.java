package io.luxqoe.local.reference;

/** How many rows of a table did what, in one load. */
public final class TableSummary {

    private final ReferenceTable table;
    long added;
    long changed;
    long unchanged;
    long deleted;
    long absent;
    long passedOver;
    long rejected;

    TableSummary(ReferenceTable table) {
        this.table = table;
    }

    public ReferenceTable table() {
        return table;
    }

    /** Rows whose key the table did not have. */
    public long added() {
        return added;
    }

    /** Rows that add or correct a revision. */
    public long changed() {
        return changed;
    }

    /** Rows that say what the table holds already; nothing is written for them. */
    public long unchanged() {
        return unchanged;
    }

    /** Keys that a tombstone is written for. */
    public long deleted() {
        return deleted;
    }

    /** Keys to be deleted that the table does not have. */
    public long absent() {
        return absent;
    }

    /** Rows that the layout or {@code --only} leaves out. */
    public long passedOver() {
        return passedOver;
    }

    /** Rows that were not taken for a fault. */
    public long rejected() {
        return rejected;
    }
}
