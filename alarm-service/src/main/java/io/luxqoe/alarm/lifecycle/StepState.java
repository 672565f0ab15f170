package io.luxqoe.alarm.lifecycle;

import io.luxqoe.alarm.rule.SeverityStep;
import io.luxqoe.alarm.rule.WatchRule;
import java.util.List;

/**
 * How one severity step of a rule stands with one key.
 *
 * @param standing whether the step is raised
 * @param windows windows in succession, of those with data, that speak for the other state
 */
public record StepState(boolean standing, int windows) {

    static final StepState NORMAL = new StepState(false, 0);
    static final StepState STANDING = new StepState(true, 0);

    /** Index of the severest step that stands, or -1. */
    static int severestStanding(List<StepState> mildestFirst) {
        for (int i = mildestFirst.size() - 1; i >= 0; i--) {
            if (mildestFirst.get(i).standing()) {
                return i;
            }
        }
        return -1;
    }

    /** The step after a FINAL window with data. */
    StepState afterFinal(WatchRule rule, SeverityStep step, double observed) {
        boolean otherwise =
                standing ? step.isClearedBy(observed, rule.direction()) : step.isCrossedBy(observed, rule.direction());
        if (!otherwise) {
            return standing ? STANDING : NORMAL;
        }
        int needed = standing ? rule.clearAfterWindows() : rule.raiseAfterWindows();
        if (windows + 1 < needed) {
            return new StepState(standing, windows + 1);
        }
        return standing ? NORMAL : STANDING;
    }

    /** The step after a PROVISIONAL window with data: it may raise, and is forgotten otherwise. */
    StepState afterProvisional(WatchRule rule, SeverityStep step, double observed) {
        boolean raises =
                !standing && step.isCrossedBy(observed, rule.direction()) && windows + 1 >= rule.raiseAfterWindows();
        return raises ? STANDING : this;
    }
}
