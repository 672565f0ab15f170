package io.luxqoe.alarm.lifecycle;

import static io.luxqoe.alarm.AlarmRecords.CELL;
import static io.luxqoe.alarm.AlarmRecords.window;

import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of windows of one cell told to a rule, a minute each, and what came of each. */
final class Story {

    private final List<@Nullable Alarm> transitions = new ArrayList<>();
    private WatchRule rule;
    private @Nullable AlarmState state;
    private int minute;

    Story(WatchRule rule) {
        this.rule = rule;
    }

    /** From now on by a changed rule. */
    Story rule(WatchRule changed) {
        rule = changed;
        return this;
    }

    /**
     * @param windows blank-separated: {@code 0.6} a FINAL window of that value, {@code 0.6?} a PROVISIONAL one of the minute
     *     that comes next, {@code -} a FINAL one without a value, {@code 0.6/3} one of three samples
     */
    Story windows(String windows) {
        for (String word : windows.trim().split(" +")) {
            tell(word);
        }
        return this;
    }

    private void tell(String word) {
        boolean provisional = word.endsWith("?");
        String[] parts = word.replace("?", "").split("/");
        Double value = parts[0].equals("-") ? null : Double.valueOf(parts[0]);
        long samples = parts.length > 1 ? Long.parseLong(parts[1]) : 100;
        KpiWindow window = window(
                provisional ? minute : minute++,
                provisional ? KpiWindowStatus.PROVISIONAL : KpiWindowStatus.FINAL,
                value,
                samples);
        tell(window);
    }

    void tell(KpiWindow window) {
        Observation seen = Observation.of(rule, window, window.getValues().get(0));
        Verdict verdict = AlarmLifecycle.observe(rule, CELL, state, seen);
        state = verdict.state();
        transitions.add(verdict.transition());
    }

    /** Blank-separated, one word a window: {@code .} nothing, {@code R:MAJOR}, {@code U:MINOR}, {@code C}. */
    String transitions() {
        return String.join(" ", transitions.stream().map(Story::word).toList());
    }

    /** The last transition. */
    Alarm last() {
        return transitions.stream()
                .filter(alarm -> alarm != null)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    AlarmState state() {
        return java.util.Objects.requireNonNull(state);
    }

    private static String word(@Nullable Alarm alarm) {
        if (alarm == null) {
            return ".";
        }
        return alarm.getTransition() == AlarmTransition.CLEARED
                ? "C"
                : alarm.getTransition().name().charAt(0) + ":" + alarm.getPerceivedSeverity();
    }
}
