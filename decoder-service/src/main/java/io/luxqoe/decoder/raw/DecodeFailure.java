package io.luxqoe.decoder.raw;

import org.jspecify.annotations.Nullable;

/**
 * The one way in which decoding of a record fails. Carries no stack trace: bad input is ordinary, and where it failed is
 * said by the field. The message holds no octet of the input.
 */
public final class DecodeFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final @Nullable String field;

    /** A failure that belongs to no single field. */
    public DecodeFailure(RejectReason reason, String message) {
        this(reason, null, message);
    }

    /** A failure in {@code field}, named as the standard names it. */
    public DecodeFailure(RejectReason reason, @Nullable String field, String message) {
        super(field == null ? message : field + ": " + message, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    /** Why. */
    public RejectReason reason() {
        return reason;
    }

    /** The field it failed in, if it was one. */
    public @Nullable String field() {
        return field;
    }

    /** The message, which is never absent. */
    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? reason.word() : message;
    }
}
