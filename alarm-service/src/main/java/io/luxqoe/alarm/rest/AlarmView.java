package io.luxqoe.alarm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmType;
import io.luxqoe.schemas.PerceivedSeverity;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as JSON, in names of TS 28.532 and TMF642; what is absent has no member. Times are ISO 8601 instants.
 *
 * @param state of TMF642, by the last transition: raised, updated, acknowledged or cleared
 * @param axis axis of the alarmed object
 * @param key axis value: the alarmed object
 * @param ackState of TS 28.532: ACKNOWLEDGED or UNACKNOWLEDGED
 * @param plannedOutageIndicator of TMF642: true under a planned work
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlarmView(
        String alarmId,
        int occurrence,
        String state,
        String ruleId,
        String axis,
        String key,
        AlarmType alarmType,
        String probableCause,
        @Nullable String specificProblem,
        PerceivedSeverity perceivedSeverity,
        @Nullable PerceivedSeverity severityBefore,
        @Nullable ThresholdView thresholdInfo,
        Instant alarmRaisedTime,
        @Nullable Instant alarmChangedTime,
        @Nullable Instant alarmClearedTime,
        String ackState,
        boolean plannedOutageIndicator,
        @Nullable Long affectedSubscribers,
        String additionalText) {

    static AlarmView of(Alarm alarm) {
        return new AlarmView(
                alarm.getAlarmId(),
                alarm.getOccurrence(),
                alarm.getTransition().name().toLowerCase(Locale.ROOT),
                alarm.getRuleId(),
                alarm.getAxis(),
                alarm.getKey(),
                alarm.getAlarmType(),
                alarm.getProbableCause(),
                alarm.getSpecificProblem(),
                alarm.getPerceivedSeverity(),
                alarm.getSeverityBefore(),
                alarm.getThresholdInfo() == null ? null : ThresholdView.of(alarm.getThresholdInfo()),
                alarm.getAlarmRaisedTime(),
                alarm.getAlarmChangedTime(),
                alarm.getAlarmClearedTime(),
                alarm.getAcknowledged() ? "ACKNOWLEDGED" : "UNACKNOWLEDGED",
                alarm.getPlannedOutage(),
                alarm.getAffectedSubscribers(),
                alarm.getAdditionalText());
    }
}
