package io.luxqoe.alarm.evaluation;

import org.jspecify.annotations.Nullable;

/** A KPI window that no rule can be evaluated over. */
final class InvalidWindowException extends RuntimeException {

    InvalidWindowException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
