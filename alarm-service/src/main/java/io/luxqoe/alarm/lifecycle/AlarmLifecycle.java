package io.luxqoe.alarm.lifecycle;

import io.luxqoe.alarm.rule.SeverityStep;
import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.ThresholdInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The life cycle of an alarm.
 *
 * <p>Each severity step of a rule stands for itself: it is raised once {@code raiseAfterWindows} windows in succession
 * have crossed its raise threshold, and cleared once {@code clearAfterWindows} in succession are back at its clear
 * threshold. The alarm has the severity of the severest step that stands; it is RAISED with the first, UPDATED when the
 * severity changes and CLEARED with the last. Windows of missing data are passed over: they neither raise nor clear, and
 * they do not break a succession.
 */
public final class AlarmLifecycle {

    private AlarmLifecycle() {}

    /**
     * What an observation leads to. The caller hands over each key's windows in order of time, FINAL ones once.
     *
     * @param rule an enabled rule that watches the key
     * @param key axis value
     * @param before what was remembered, null for nothing
     * @param seen the window; a PROVISIONAL one only raises, or makes more severe, and that only if the rule wants it
     */
    public static Verdict observe(WatchRule rule, String key, @Nullable AlarmState before, Observation seen) {
        AlarmState state = (before == null ? AlarmState.normal(rule) : before).under(rule);
        Double value = seen.value();
        if (value == null || !(seen.isFinal() || rule.onProvisional())) {
            return new Verdict(state, null);
        }
        List<StepState> steps = new ArrayList<>();
        for (int i = 0; i < rule.steps().size(); i++) {
            StepState step = state.steps().get(i);
            SeverityStep limit = rule.steps().get(i);
            steps.add(seen.isFinal() ? step.afterFinal(rule, limit, value) : step.afterProvisional(rule, limit, value));
        }
        return judge(new Decision(rule, key, seen, value), state, steps);
    }

    /**
     * Ends a state whose rule watches its key no more: a standing alarm is CLEARED, counted windows are forgotten.
     *
     * @param now when that was found
     * @param why part of a sentence, such as {@code the rule was deleted}
     */
    public static Verdict abandon(AlarmState state, Instant now, String why) {
        List<StepState> normal = Collections.nCopies(state.steps().size(), StepState.NORMAL);
        Alarm standing = state.alarm();
        if (standing == null) {
            return new Verdict(
                    new AlarmState(state.measure(), normal, state.occurrence(), state.touched(), null), null);
        }
        // The clock may lie behind the event time of the windows; an alarm does not end before it began.
        Instant end = now.isBefore(standing.getAlarmRaisedTime()) ? standing.getAlarmRaisedTime() : now;
        Alarm cleared = Alarm.newBuilder(standing)
                .setTransition(AlarmTransition.CLEARED)
                .setPerceivedSeverity(PerceivedSeverity.CLEARED)
                .setSeverityBefore(standing.getPerceivedSeverity())
                .setAlarmClearedTime(end)
                .setAdditionalText(AlarmText.abandoned(standing, why))
                .build();
        return new Verdict(new AlarmState(state.measure(), normal, state.occurrence(), end, null), cleared);
    }

    private static Verdict judge(Decision decision, AlarmState before, List<StepState> steps) {
        WatchRule rule = decision.rule();
        Observation seen = decision.seen();
        Alarm standing = before.alarm();
        int severest = StepState.severestStanding(steps);
        Alarm transition = null;
        if (standing == null) {
            transition = severest < 0 ? null : raised(decision, before.occurrence() + 1, severest);
        } else if (severest < 0) {
            transition = seen.isFinal() ? cleared(decision, standing) : null;
        } else {
            int change = rule.steps().get(severest).severity().compareTo(standing.getPerceivedSeverity());
            if (change > 0 || (change < 0 && seen.isFinal())) {
                transition = updated(decision, standing, severest);
            }
        }
        Alarm after = transition == null ? standing : transition;
        boolean stands = after != null && after.getTransition() != AlarmTransition.CLEARED;
        int occurrence = transition == null ? before.occurrence() : transition.getOccurrence();
        boolean changed = transition != null || !steps.equals(before.steps());
        Instant touched = changed ? seen.end() : before.touched();
        return new Verdict(
                new AlarmState(rule.measure(), steps, occurrence, touched, stands ? after : null), transition);
    }

    private static Alarm raised(Decision decision, int occurrence, int severest) {
        WatchRule rule = decision.rule();
        SeverityStep step = rule.steps().get(severest);
        return Alarm.newBuilder()
                .setAlarmId(rule.alarmId(decision.key()))
                .setOccurrence(occurrence)
                .setTransition(AlarmTransition.RAISED)
                .setRuleId(rule.id())
                .setAxis(rule.axis())
                .setKey(decision.key())
                .setAlarmType(rule.alarmType())
                .setProbableCause(rule.probableCause())
                .setSpecificProblem(rule.specificProblem())
                .setPerceivedSeverity(step.severity())
                .setThresholdInfo(info(decision, step.raise()))
                .setAlarmRaisedTime(decision.seen().end())
                .setAdditionalText(AlarmText.raised(decision, step))
                .build();
    }

    private static Alarm updated(Decision decision, Alarm standing, int severest) {
        List<SeverityStep> steps = decision.rule().steps();
        SeverityStep now = steps.get(severest);
        PerceivedSeverity was = standing.getPerceivedSeverity();
        boolean worse = now.severity().compareTo(was) > 0;
        // A step that was left has the last word on the way back, unless the rule has lost it since.
        SeverityStep left = worse || severest + 1 == steps.size() ? null : steps.get(severest + 1);
        return Alarm.newBuilder(standing)
                .setTransition(AlarmTransition.UPDATED)
                .setPerceivedSeverity(now.severity())
                .setSeverityBefore(was)
                .setThresholdInfo(info(decision, left == null ? now.raise() : left.clear()))
                .setAlarmChangedTime(decision.seen().end())
                .setAdditionalText(
                        worse ? AlarmText.worse(decision, now, was) : AlarmText.better(decision, left, now, was))
                .build();
    }

    private static Alarm cleared(Decision decision, Alarm standing) {
        SeverityStep left = decision.rule().steps().get(0);
        return Alarm.newBuilder(standing)
                .setTransition(AlarmTransition.CLEARED)
                .setPerceivedSeverity(PerceivedSeverity.CLEARED)
                .setSeverityBefore(standing.getPerceivedSeverity())
                .setThresholdInfo(info(decision, left.clear()))
                .setAlarmClearedTime(decision.seen().end())
                .setAdditionalText(AlarmText.cleared(decision, left))
                .build();
    }

    private static ThresholdInfo info(Decision decision, double level) {
        return ThresholdInfo.newBuilder()
                .setObservedMeasurement(decision.rule().kpi())
                .setObservedValue(decision.value())
                .setSamples(decision.seen().samples())
                .setThresholdLevel(level)
                .setDirection(decision.rule().direction())
                .setGranularityPeriod(decision.rule().windowSize())
                .setWindowStart(decision.seen().start())
                .build();
    }
}
