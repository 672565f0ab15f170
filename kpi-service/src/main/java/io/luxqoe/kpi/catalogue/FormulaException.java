package io.luxqoe.kpi.catalogue;

/** A formula that cannot be compiled; the message begins with the column. */
final class FormulaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int column;

    /** @param column where the error is, from 1 */
    FormulaException(int column, String reason) {
        super("column " + column + ": " + reason);
        this.column = column;
    }

    /** Where the error is, from 1. */
    int column() {
        return column;
    }
}
