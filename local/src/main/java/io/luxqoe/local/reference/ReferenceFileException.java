package io.luxqoe.local.reference;

/** A file cannot be read at all, or the options do not fit it; the message is for the person who gave it. */
public final class ReferenceFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReferenceFileException(String message) {
        super(message);
    }
}
