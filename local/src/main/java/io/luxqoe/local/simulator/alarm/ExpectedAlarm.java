package io.luxqoe.local.simulator.alarm;

/**
 * An alarm that an incident must raise.
 *
 * @param ruleId rule that raises it
 * @param axis axis of the rule
 * @param key value on the axis
 */
public record ExpectedAlarm(String ruleId, String axis, String key) {}
