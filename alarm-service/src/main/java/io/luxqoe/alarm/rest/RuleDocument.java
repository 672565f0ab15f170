package io.luxqoe.alarm.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.AlarmType;
import io.luxqoe.schemas.ObservedQuantity;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.ThresholdDirection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A rule as JSON: the fields of {@code AlarmRule}. What a request leaves out has the default of the record; kpi, axis,
 * windowSize, direction and thresholds have none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RuleDocument(
        @Nullable String ruleId,
        @Nullable String description,
        @Nullable Boolean enabled,
        @Nullable String kpi,
        @Nullable ObservedQuantity observed,
        @Nullable String axis,
        @Nullable List<String> keys,
        @Nullable String windowSize,
        @Nullable ThresholdDirection direction,
        @Nullable List<Threshold> thresholds,
        @Nullable Long minimumSamples,
        @Nullable Integer raiseAfterWindows,
        @Nullable Integer clearAfterWindows,
        @Nullable Boolean onProvisional,
        @Nullable AlarmType alarmType,
        @Nullable String probableCause,
        @Nullable String specificProblem) {

    /** A severity step; what is left out is invalid. */
    record Threshold(@Nullable PerceivedSeverity perceivedSeverity, @Nullable Double raise, @Nullable Double clear) {}

    static RuleDocument of(AlarmRule rule) {
        return new RuleDocument(
                rule.getRuleId(),
                rule.getDescription(),
                rule.getEnabled(),
                rule.getKpi(),
                rule.getObserved(),
                rule.getAxis(),
                rule.getKeys(),
                rule.getWindowSize(),
                rule.getDirection(),
                rule.getThresholds().stream()
                        .map(step -> new Threshold(step.getPerceivedSeverity(), step.getRaise(), step.getClear()))
                        .toList(),
                rule.getMinimumSamples(),
                rule.getRaiseAfterWindows(),
                rule.getClearAfterWindows(),
                rule.getOnProvisional(),
                rule.getAlarmType(),
                rule.getProbableCause(),
                rule.getSpecificProblem());
    }

    /** The record, valid or not: what is required and was left out has a value that no valid rule has. */
    AlarmRule toRule(String id) {
        AlarmRule.Builder rule = AlarmRule.newBuilder()
                .setRuleId(id)
                .setKpi(Objects.requireNonNullElse(kpi, ""))
                .setAxis(Objects.requireNonNullElse(axis, ""))
                .setWindowSize(Objects.requireNonNullElse(windowSize, ""))
                .setDirection(Objects.requireNonNullElse(direction, ThresholdDirection.UNKNOWN))
                .setThresholds(steps())
                .setSpecificProblem(specificProblem);
        given(description, rule::setDescription);
        given(enabled, rule::setEnabled);
        given(observed, rule::setObserved);
        given(keys, rule::setKeys);
        given(minimumSamples, rule::setMinimumSamples);
        given(raiseAfterWindows, rule::setRaiseAfterWindows);
        given(clearAfterWindows, rule::setClearAfterWindows);
        given(onProvisional, rule::setOnProvisional);
        given(alarmType, rule::setAlarmType);
        given(probableCause, rule::setProbableCause);
        return rule.build();
    }

    private List<AlarmThreshold> steps() {
        List<AlarmThreshold> steps = new ArrayList<>();
        for (Threshold step : Objects.requireNonNullElse(thresholds, List.<Threshold>of())) {
            steps.add(new AlarmThreshold(
                    Objects.requireNonNullElse(step.perceivedSeverity(), PerceivedSeverity.UNKNOWN),
                    Objects.requireNonNullElse(step.raise(), Double.NaN),
                    Objects.requireNonNullElse(step.clear(), Double.NaN)));
        }
        return steps;
    }

    private static <T> void given(@Nullable T value, Consumer<T> field) {
        if (value != null) {
            field.accept(value);
        }
    }
}
