package io.luxqoe.alarm.evaluation;

import java.util.List;

/** A rule that cannot be in force. */
final class InvalidRuleException extends RuntimeException {

    InvalidRuleException(List<String> problems) {
        super(String.join("; ", problems));
    }
}
