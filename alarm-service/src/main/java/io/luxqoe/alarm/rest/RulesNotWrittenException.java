package io.luxqoe.alarm.rest;

/** The broker or the registry did not take a change of the rules. */
public final class RulesNotWrittenException extends RuntimeException {

    public RulesNotWrittenException(String message, Throwable cause) {
        super(message, cause);
    }
}
