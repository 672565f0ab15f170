package io.luxqoe.local.runtime;

import java.util.List;

/** The local system cannot do what was asked; the message is for the person who asked. */
public final class LocalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Further lines for the person, such as the end of a log. */
    private final List<String> details;

    public LocalException(String message) {
        this(message, List.of());
    }

    public LocalException(String message, List<String> details) {
        super(message);
        this.details = List.copyOf(details);
    }

    public LocalException(String message, Throwable cause) {
        super(message, cause);
        this.details = List.of();
    }

    /** Further lines for the person, such as the end of a log. */
    public List<String> details() {
        return details;
    }
}
