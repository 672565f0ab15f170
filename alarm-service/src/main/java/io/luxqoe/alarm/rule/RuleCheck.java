package io.luxqoe.alarm.rule;

import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.AlarmType;
import io.luxqoe.schemas.ObservedQuantity;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.ThresholdDirection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes a rule valid. */
public final class RuleCheck {

    /** Most windows in succession that a rule may ask for. */
    public static final int MAX_WINDOWS = 10_000;

    private static final Pattern RULE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,127}");
    private static final Set<PerceivedSeverity> STEPS =
            EnumSet.range(PerceivedSeverity.INDETERMINATE, PerceivedSeverity.CRITICAL);

    private RuleCheck() {}

    /** What is wrong with a rule, a sentence each; empty if it is valid. */
    public static List<String> problems(AlarmRule rule) {
        List<String> found = new ArrayList<>();
        expect(
                RULE_ID.matcher(rule.getRuleId()).matches(),
                found,
                "ruleId must be 1 to 128 letters, digits, dots and hyphens, the first a letter or digit");
        expect(!rule.getKpi().isBlank(), found, "kpi must name a KPI, such as voice.asr");
        expect(!rule.getAxis().isBlank(), found, "axis must name an axis, such as cell");
        expect(
                rule.getObserved() != ObservedQuantity.UNKNOWN,
                found,
                "observed must be one of VALUE, DEVIATION, SAMPLES");
        expect(
                rule.getDirection() != ThresholdDirection.UNKNOWN,
                found,
                "direction must be ABOVE or BELOW, the side of the threshold that is bad");
        expect(rule.getAlarmType() != AlarmType.UNKNOWN, found, "alarmType must be one of TS 28.532");
        expect(!rule.getProbableCause().isBlank(), found, "probableCause must not be blank");
        expect(rule.getMinimumSamples() >= 0, found, "minimumSamples must not be negative");
        checkWindows(rule, found);
        checkThresholds(rule, found);
        return found;
    }

    private static void checkWindows(AlarmRule rule, List<String> found) {
        try {
            WindowSize.canonical(rule.getWindowSize());
        } catch (IllegalArgumentException e) {
            found.add(String.valueOf(e.getMessage()));
        }
        expect(isSuccession(rule.getRaiseAfterWindows()), found, "raiseAfterWindows must be 1 to " + MAX_WINDOWS);
        expect(isSuccession(rule.getClearAfterWindows()), found, "clearAfterWindows must be 1 to " + MAX_WINDOWS);
    }

    private static boolean isSuccession(int windows) {
        return windows >= 1 && windows <= MAX_WINDOWS;
    }

    private static void checkThresholds(AlarmRule rule, List<String> found) {
        List<AlarmThreshold> thresholds = rule.getThresholds();
        expect(!thresholds.isEmpty(), found, "thresholds must hold at least one severity step");
        for (AlarmThreshold threshold : thresholds) {
            String severity = "threshold " + threshold.getPerceivedSeverity() + ": ";
            expect(
                    STEPS.contains(threshold.getPerceivedSeverity()),
                    found,
                    severity + "perceivedSeverity must be one of " + STEPS);
            expect(isFinite(threshold), found, severity + "raise and clear must be finite numbers");
        }
        long severities = thresholds.stream()
                .map(AlarmThreshold::getPerceivedSeverity)
                .distinct()
                .count();
        expect(severities == thresholds.size(), found, "thresholds must not give a severity twice");
        if (rule.getDirection() != ThresholdDirection.UNKNOWN
                && thresholds.stream().allMatch(RuleCheck::isFinite)) {
            checkSides(thresholds, rule.getDirection() == ThresholdDirection.BELOW ? -1 : 1, found);
        }
    }

    private static boolean isFinite(AlarmThreshold threshold) {
        return Double.isFinite(threshold.getRaise()) && Double.isFinite(threshold.getClear());
    }

    private static void checkSides(List<AlarmThreshold> thresholds, double sign, List<String> found) {
        for (AlarmThreshold threshold : thresholds) {
            expect(
                    sign * threshold.getClear() <= sign * threshold.getRaise(),
                    found,
                    "threshold " + threshold.getPerceivedSeverity() + ": clear must not be beyond raise");
        }
        expect(
                goFurtherWithSeverity(thresholds, sign),
                found,
                "the thresholds of a severer step must not lie before those of a milder one");
    }

    private static boolean goFurtherWithSeverity(List<AlarmThreshold> thresholds, double sign) {
        List<AlarmThreshold> mildestFirst = thresholds.stream()
                .sorted(Comparator.comparing(AlarmThreshold::getPerceivedSeverity))
                .toList();
        for (int i = 1; i < mildestFirst.size(); i++) {
            AlarmThreshold milder = mildestFirst.get(i - 1);
            AlarmThreshold severer = mildestFirst.get(i);
            if (sign * severer.getRaise() < sign * milder.getRaise()
                    || sign * severer.getClear() < sign * milder.getClear()) {
                return false;
            }
        }
        return true;
    }

    private static void expect(boolean kept, List<String> found, String problem) {
        if (!kept) {
            found.add(problem);
        }
    }
}
