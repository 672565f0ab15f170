package io.luxqoe.alarm.lifecycle;

import io.luxqoe.schemas.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * What a window or a change of the rule led to.
 *
 * @param state what to remember from now on
 * @param transition the alarm after its transition, null if there was none
 */
public record Verdict(AlarmState state, @Nullable Alarm transition) {}
