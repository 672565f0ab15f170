package io.luxqoe.alarm.evaluation;

import java.time.Duration;

/**
 * Settings of the topology.
 *
 * @param sweepInterval how often standing alarms are compared with changed rules when no window comes
 * @param forgetAfter event time after which a silent key, and a cleared alarm's count of occurrences, are forgotten
 * @param clearedKept most cleared alarms that queries answer
 */
public record EvaluationSettings(Duration sweepInterval, Duration forgetAfter, int clearedKept) {}
