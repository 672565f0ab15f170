package io.luxqoe.local.simulator.alarm;

import io.luxqoe.local.simulator.alarm.AlarmOracle.MissingData;
import io.luxqoe.local.simulator.truth.KpiFigure;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.ThresholdDirection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One rule on one key, over the windows in their order. */
final class RuleRow {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final AlarmRule rule;
    private final ExpectedAlarm alarm;
    private final MissingData missing;
    private final List<AlarmPassage> passages = new ArrayList<>();
    private @Nullable Instant raised;
    private @Nullable Instant previous;
    private int inSuccession;

    RuleRow(AlarmRule rule, String key, MissingData missing) {
        this.rule = rule;
        this.alarm = new ExpectedAlarm(rule.getRuleId(), rule.getAxis(), key);
        this.missing = missing;
    }

    void add(Instant start, KpiFigure figure) {
        boolean gap = previous != null && !previous.plus(WINDOW).equals(start);
        previous = start;
        boolean known = figure.value().isPresent() && figure.samples() >= rule.getMinimumSamples();
        if (missing == MissingData.BREAKS_THE_ROW && (gap || !known)) {
            inSuccession = 0;
        }
        if (known) {
            judge(start, figure.value().getAsDouble());
        }
    }

    private void judge(Instant start, double value) {
        boolean counts = raised == null ? isBad(value) : isGood(value);
        inSuccession = counts ? inSuccession + 1 : 0;
        if (raised == null && inSuccession >= rule.getRaiseAfterWindows()) {
            raised = start;
            inSuccession = 0;
        } else if (raised != null && inSuccession >= rule.getClearAfterWindows()) {
            passages.add(new AlarmPassage(alarm, raised, Optional.of(start)));
            raised = null;
            inSuccession = 0;
        }
    }

    private boolean isBad(double value) {
        return rule.getThresholds().stream().anyMatch(step -> beyond(value, step.getRaise()));
    }

    /** Back at or within the clear value of every step. */
    private boolean isGood(double value) {
        return rule.getThresholds().stream()
                .map(AlarmThreshold::getClear)
                .noneMatch(clear -> strictlyBeyond(value, clear));
    }

    private boolean beyond(double value, double threshold) {
        return below() ? value <= threshold : value >= threshold;
    }

    private boolean strictlyBeyond(double value, double threshold) {
        return below() ? value < threshold : value > threshold;
    }

    private boolean below() {
        return rule.getDirection() == ThresholdDirection.BELOW;
    }

    List<AlarmPassage> passages() {
        List<AlarmPassage> all = new ArrayList<>(passages);
        if (raised != null) {
            all.add(new AlarmPassage(alarm, raised, Optional.empty()));
        }
        return all;
    }
}
