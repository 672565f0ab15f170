package io.luxqoe.alarm.lifecycle;

import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one rule and one key.
 *
 * @param measure what the steps were counted by ({@link WatchRule#measure()})
 * @param steps the steps of the rule, the mildest first
 * @param occurrence how often the alarm was raised
 * @param touched end of the last window that changed something, or when a change of the rule did
 * @param alarm the alarm as last stated, null unless it stands; never changed in place
 */
public record AlarmState(int measure, List<StepState> steps, int occurrence, Instant touched, @Nullable Alarm alarm) {

    public AlarmState {
        steps = List.copyOf(steps);
    }

    static AlarmState normal(WatchRule rule) {
        return new AlarmState(
                rule.measure(), Collections.nCopies(rule.steps().size(), StepState.NORMAL), 0, Instant.EPOCH, null);
    }

    /** Whether the alarm stands. */
    public boolean isStanding() {
        return alarm != null;
    }

    /** Whether there is nothing in it that the absence of a state would not say as well. */
    public boolean isForgettable() {
        return alarm == null && occurrence == 0 && steps.stream().allMatch(StepState.NORMAL::equals);
    }

    /**
     * This state for a rule that may have changed since: windows counted by another measure count no more, and of a
     * standing alarm those steps stand that are no severer than it is.
     */
    AlarmState under(WatchRule rule) {
        if (measure == rule.measure() && steps.size() == rule.steps().size()) {
            return this;
        }
        List<StepState> steps = new ArrayList<>();
        for (int i = 0; i < rule.steps().size(); i++) {
            boolean stands =
                    alarm != null && rule.steps().get(i).severity().compareTo(alarm.getPerceivedSeverity()) <= 0;
            steps.add(stands ? StepState.STANDING : StepState.NORMAL);
        }
        return new AlarmState(rule.measure(), steps, occurrence, touched, alarm);
    }
}
