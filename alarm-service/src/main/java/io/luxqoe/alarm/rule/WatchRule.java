package io.luxqoe.alarm.rule;

import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.AlarmType;
import io.luxqoe.schemas.ObservedQuantity;
import io.luxqoe.schemas.ThresholdDirection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A valid rule in the form that evaluation asks it in.
 *
 * @param id rule id
 * @param enabled false for a rule that is held without being evaluated
 * @param kpi KPI id
 * @param observed what is compared
 * @param axis axis watched
 * @param keys axis values watched; empty for all
 * @param windowSize granularityPeriod, canonical ({@link WindowSize})
 * @param direction side of a threshold that is bad
 * @param steps severity steps, the mildest first, at least one
 * @param minimumSamples windows with fewer are missing data
 * @param raiseAfterWindows windows in succession that must cross, from 1
 * @param clearAfterWindows windows in succession that must be back, from 1
 * @param onProvisional whether PROVISIONAL windows may raise
 * @param alarmType alarmType of TS 28.532
 * @param probableCause probableCause of ITU-T X.733
 * @param specificProblem specificProblem of ITU-T X.733
 * @param measure stands for what is measured and against what: where it changes, counted windows count no more
 */
public record WatchRule(
        String id,
        boolean enabled,
        String kpi,
        ObservedQuantity observed,
        String axis,
        Set<String> keys,
        String windowSize,
        ThresholdDirection direction,
        List<SeverityStep> steps,
        long minimumSamples,
        int raiseAfterWindows,
        int clearAfterWindows,
        boolean onProvisional,
        AlarmType alarmType,
        String probableCause,
        @Nullable String specificProblem,
        int measure) {

    /**
     * @param rule a rule in which {@link RuleCheck} finds no problem
     * @throws InvalidRuleException if it has one
     */
    public static WatchRule of(AlarmRule rule) {
        List<String> problems = RuleCheck.problems(rule);
        if (!problems.isEmpty()) {
            throw new InvalidRuleException(problems);
        }
        List<SeverityStep> steps = rule.getThresholds().stream()
                .sorted(Comparator.comparing(AlarmThreshold::getPerceivedSeverity))
                .map(step -> new SeverityStep(step.getPerceivedSeverity(), step.getRaise(), step.getClear()))
                .toList();
        String windowSize = WindowSize.canonical(rule.getWindowSize());
        return new WatchRule(
                rule.getRuleId(),
                rule.getEnabled(),
                rule.getKpi(),
                rule.getObserved(),
                rule.getAxis(),
                Set.copyOf(rule.getKeys()),
                windowSize,
                rule.getDirection(),
                steps,
                rule.getMinimumSamples(),
                rule.getRaiseAfterWindows(),
                rule.getClearAfterWindows(),
                rule.getOnProvisional(),
                rule.getAlarmType(),
                rule.getProbableCause(),
                rule.getSpecificProblem(),
                measure(rule, windowSize, steps));
    }

    /** Whether the rule, enabled or not, is about an axis value. */
    public boolean isAbout(String key) {
        return keys.isEmpty() || keys.contains(key);
    }

    /** {@code rule|axis|key}: the same for every occurrence of the alarm. */
    public String alarmId(String key) {
        return id + "|" + axis + "|" + key;
    }

    /** A hash of texts, since it is stored and an enum's own hash differs from one process to the next. */
    private static int measure(AlarmRule rule, String windowSize, List<SeverityStep> steps) {
        return steps.stream()
                .map(step -> step.severity().name() + ":" + step.raise() + ":" + step.clear())
                .collect(Collectors.joining(
                        ",",
                        String.join(
                                "|",
                                rule.getKpi(),
                                rule.getObserved().name(),
                                windowSize,
                                rule.getDirection().name(),
                                ""),
                        ""))
                .hashCode();
    }
}
