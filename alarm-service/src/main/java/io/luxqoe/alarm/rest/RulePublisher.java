package io.luxqoe.alarm.rest;

import io.luxqoe.schemas.AlarmRule;

/** Writes rules to their topic. */
public interface RulePublisher {

    /**
     * Writes a valid rule; returns once the broker has it.
     *
     * @throws RulesNotWrittenException if the broker or the registry does not take it in time
     */
    void put(AlarmRule rule);

    /**
     * Deletes a rule; returns once the broker has it.
     *
     * @throws RulesNotWrittenException if the broker does not take it in time
     */
    void delete(String ruleId);
}
