package io.luxqoe.alarm.board;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.PerceivedSeverity;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms are asked for; null asks for all.
 *
 * @param state standing alarms, cleared ones or both
 * @param axis axis of the alarmed object
 * @param key axis value of the alarmed object
 * @param ruleId rule
 * @param severity perceivedSeverity; of a cleared alarm the one before
 */
public record AlarmQuery(
        State state,
        @Nullable String axis,
        @Nullable String key,
        @Nullable String ruleId,
        @Nullable PerceivedSeverity severity) {

    /** Which part of the life cycle. */
    public enum State {
        /** Alarms that stand. */
        ACTIVE,
        /** Alarms that have been cleared, as far as they are kept. */
        CLEARED,
        /** Both. */
        ALL
    }

    /** Every alarm that stands. */
    public static final AlarmQuery STANDING = new AlarmQuery(State.ACTIVE, null, null, null, null);

    boolean selects(Alarm alarm) {
        boolean cleared = isCleared(alarm);
        return state != (cleared ? State.ACTIVE : State.CLEARED)
                && (axis == null || axis.equals(alarm.getAxis()))
                && (key == null || key.equals(alarm.getKey()))
                && (ruleId == null || ruleId.equals(alarm.getRuleId()))
                && (severity == null || severity == severityOf(alarm));
    }

    static boolean isCleared(Alarm alarm) {
        return alarm.getTransition() == AlarmTransition.CLEARED;
    }

    static @Nullable PerceivedSeverity severityOf(Alarm alarm) {
        return isCleared(alarm) ? alarm.getSeverityBefore() : alarm.getPerceivedSeverity();
    }
}
