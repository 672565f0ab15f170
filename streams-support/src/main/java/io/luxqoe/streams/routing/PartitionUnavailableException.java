package io.luxqoe.streams.routing;

/** A partition cannot be read on this instance now; the message says why, for the one who asked. */
public final class PartitionUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason why, in words that a client may read */
    public PartitionUnavailableException(String reason) {
        super(reason);
    }
}
