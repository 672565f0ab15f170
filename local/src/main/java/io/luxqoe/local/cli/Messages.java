package io.luxqoe.local.cli;

import java.util.concurrent.ExecutionException;

/** Failures in words. */
final class Messages {

    private Messages() {}

    /** What went wrong, without the wrapping of concurrency. */
    static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof ExecutionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
