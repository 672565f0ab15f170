package io.luxqoe.alarm.lifecycle;

import io.luxqoe.alarm.rule.SeverityStep;
import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.ThresholdDirection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The sentences of additionalText: what was observed where and when, against which threshold. */
final class AlarmText {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);

    private AlarmText() {}

    static String raised(Decision decision, SeverityStep step) {
        return observed(decision) + ", " + beyond(decision.rule(), step) + ".";
    }

    static String worse(Decision decision, SeverityStep step, PerceivedSeverity was) {
        return observed(decision) + ", " + beyond(decision.rule(), step) + "; it was " + was + ".";
    }

    static String better(Decision decision, @Nullable SeverityStep left, SeverityStep now, PerceivedSeverity was) {
        return observed(decision) + (left == null ? "" : ", " + back(decision.rule(), left)) + "; it was " + was
                + " and is " + now.severity() + ".";
    }

    static String cleared(Decision decision, SeverityStep left) {
        boolean back = left.isClearedBy(decision.value(), decision.rule().direction());
        return observed(decision) + ", " + (back ? back(decision.rule(), left) : "and no threshold of the rule stands")
                + ".";
    }

    static String abandoned(Alarm standing, String why) {
        return "Cleared without a good window of " + standing.getAxis() + " " + standing.getKey() + ": " + why + ".";
    }

    private static String observed(Decision decision) {
        WatchRule rule = decision.rule();
        Observation seen = decision.seen();
        String quantity =
                switch (rule.observed()) {
                    case DEVIATION -> "Deviation of " + rule.kpi() + " from its baseline";
                    case SAMPLES -> "Samples of " + rule.kpi();
                    default -> rule.kpi();
                };
        return quantity + " was " + number(decision.value()) + " for " + rule.axis() + " " + decision.key() + " from "
                + seen.start() + " to " + seen.end() + " (" + seen.samples()
                + (seen.samples() == 1 ? " sample" : " samples") + (seen.isFinal() ? ")" : ", provisional)");
    }

    private static String beyond(WatchRule rule, SeverityStep step) {
        String side = rule.direction() == ThresholdDirection.ABOVE ? "at or above" : "at or below";
        return side + " the " + step.severity() + " threshold of " + number(step.raise())
                + succession(rule.raiseAfterWindows());
    }

    private static String back(WatchRule rule, SeverityStep step) {
        return "back within the " + step.severity() + " threshold of " + number(step.clear())
                + succession(rule.clearAfterWindows());
    }

    private static String succession(int windows) {
        return windows == 1 ? "" : " for " + windows + " windows";
    }

    private static String number(double value) {
        return new BigDecimal(value, DIGITS).stripTrailingZeros().toPlainString();
    }
}
