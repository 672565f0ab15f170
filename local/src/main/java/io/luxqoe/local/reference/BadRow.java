package io.luxqoe.local.reference;

/** A row cannot be taken. Neither part holds anything of the row's cells, which may be a subscriber's. */
final class BadRow extends Exception {

    private static final long serialVersionUID = 1L;

    private final String column;
    private final String reason;

    /** @param column name of the column, empty where it is the row as a whole */
    BadRow(String column, String reason) {
        super(column + ": " + reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    String column() {
        return column;
    }

    String reason() {
        return reason;
    }
}
