package io.luxqoe.enrichment.join;

/** A record of the events' topic has no source id or no block; its dead letter says so by this name. */
final class IncompleteRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IncompleteRecordException(String message) {
        super(message);
    }
}
