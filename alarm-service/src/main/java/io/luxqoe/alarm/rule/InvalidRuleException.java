package io.luxqoe.alarm.rule;

import java.util.List;

/** A rule that cannot be in force. */
public final class InvalidRuleException extends IllegalArgumentException {

    private final transient List<String> problems;

    public InvalidRuleException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, a sentence each. */
    public List<String> problems() {
        return problems;
    }
}
