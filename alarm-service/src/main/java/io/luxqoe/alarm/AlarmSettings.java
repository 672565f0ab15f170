package io.luxqoe.alarm;

import io.luxqoe.alarm.evaluation.EvaluationSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code lux.alarm}.
 *
 * @param sweepInterval how often standing alarms are compared with changed rules when no window comes, 100 ms to 1 h
 * @param forgetAfter event time after which a silent key, and a cleared alarm's count of occurrences, are forgotten; from
 *     1 h
 * @param clearedKept most cleared alarms that queries answer, 0 to 100,000
 * @param writeTimeout how long a change of the rules over REST waits for the broker, 1 s to 2 min
 */
@Validated
@ConfigurationProperties("lux.alarm")
record AlarmSettings(
        @DefaultValue("PT1S") @NotNull @DurationMin(millis = 100) @DurationMax(hours = 1) Duration sweepInterval,
        @DefaultValue("P7D") @NotNull @DurationMin(hours = 1) Duration forgetAfter,
        @DefaultValue("1000") @Min(0) @Max(100_000) int clearedKept,
        @DefaultValue("PT10S") @NotNull @DurationMin(seconds = 1) @DurationMax(minutes = 2) Duration writeTimeout) {

    EvaluationSettings evaluation() {
        return new EvaluationSettings(sweepInterval, forgetAfter, clearedKept);
    }
}
