package io.luxqoe.kpi.query;

/** The stores that a query needs cannot be read on this instance now: tasks are moving, or another instance has them. */
final class StoresUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoresUnavailableException(String reason) {
        super(reason);
    }
}
