package io.luxqoe.alarm.lifecycle;

import static io.luxqoe.alarm.AlarmRecords.CELL;
import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.threshold;
import static io.luxqoe.alarm.AlarmRecords.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.alarm.rule.SeverityStep;
import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.ThresholdDirection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life cycle against a naive oracle that keeps the whole history and looks at all of it for every window. */
class AlarmLifecycleOracleTest {

    private static final int RULES = 120;
    private static final int WINDOWS = 120;
    /** Values and thresholds share a coarse grid, so that they often meet. */
    private static final int GRID = 12;

    private static final List<PerceivedSeverity> SEVERITIES = List.of(
            PerceivedSeverity.WARNING, PerceivedSeverity.MINOR, PerceivedSeverity.MAJOR, PerceivedSeverity.CRITICAL);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySeverityIsWhatTheWholeHistorySays(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RULES; run++) {
            WatchRule rule = WatchRule.of(anyRule(random, false));
            List<Double> history = new ArrayList<>();
            PerceivedSeverity severity = null;
            AlarmState state = null;
            for (int minute = 0; minute < WINDOWS; minute++) {
                KpiWindow seen = anyWindow(random, minute, KpiWindowStatus.FINAL);
                Verdict verdict = observe(rule, state, seen);
                state = verdict.state();

                Double value =
                        Observation.of(rule, seen, seen.getValues().get(0)).value();
                if (value != null) {
                    history.add(value);
                }
                PerceivedSeverity expected = severityBy(history, rule);

                assertThat(severityAfter(verdict.transition(), severity))
                        .as("seed %d, run %d, minute %d, %s, history %s", seed, run, minute, rule, history)
                        .isEqualTo(expected);
                assertTransitionFits(verdict.transition(), severity, expected);
                severity = expected;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void provisionalWindowsOnlyEverMakeItWorse(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RULES; run++) {
            WatchRule rule = WatchRule.of(anyRule(random, true));
            PerceivedSeverity severity = null;
            AlarmState state = null;
            for (int minute = 0; minute < WINDOWS; minute++) {
                boolean provisional = random.nextInt(3) > 0;
                KpiWindow seen =
                        anyWindow(random, minute, provisional ? KpiWindowStatus.PROVISIONAL : KpiWindowStatus.FINAL);
                Verdict verdict = observe(rule, state, seen);
                PerceivedSeverity after = severityAfter(verdict.transition(), severity);
                assertTransitionFits(verdict.transition(), severity, after);
                if (provisional && severity != null) {
                    assertThat(after).isNotNull().isGreaterThanOrEqualTo(severity);
                }
                severity = after;
                state = verdict.state();
            }
        }
    }

    private static Verdict observe(WatchRule rule, @Nullable AlarmState state, KpiWindow seen) {
        return AlarmLifecycle.observe(
                rule, CELL, state, Observation.of(rule, seen, seen.getValues().get(0)));
    }

    /** A step stands if the last run of enough windows on one side was of crossings. */
    private static @Nullable PerceivedSeverity severityBy(List<Double> history, WatchRule rule) {
        boolean above = rule.direction() == ThresholdDirection.ABOVE;
        PerceivedSeverity severest = null;
        for (SeverityStep step : rule.steps()) {
            DoublePredicate crossed = value -> above ? value >= step.raise() : value <= step.raise();
            DoublePredicate back =
                    value -> (above ? value <= step.clear() : value >= step.clear()) && !crossed.test(value);
            int raisedAt = endOfLastRun(history, crossed, rule.raiseAfterWindows());
            int clearedAt = endOfLastRun(history, back, rule.clearAfterWindows());
            if (raisedAt > clearedAt) {
                severest = step.severity();
            }
        }
        return severest;
    }

    private static int endOfLastRun(List<Double> history, DoublePredicate side, int length) {
        for (int end = history.size() - 1; end >= length - 1; end--) {
            if (history.subList(end - length + 1, end + 1).stream().allMatch(side::test)) {
                return end;
            }
        }
        return -1;
    }

    private static @Nullable PerceivedSeverity severityAfter(
            @Nullable Alarm transition, @Nullable PerceivedSeverity before) {
        if (transition == null) {
            return before;
        }
        return transition.getTransition() == AlarmTransition.CLEARED ? null : transition.getPerceivedSeverity();
    }

    private static void assertTransitionFits(
            @Nullable Alarm transition, @Nullable PerceivedSeverity before, @Nullable PerceivedSeverity after) {
        if (before == after) {
            assertThat(transition).isNull();
        } else {
            assertThat(transition).isNotNull();
            assertThat(transition.getTransition())
                    .isEqualTo(
                            before == null
                                    ? AlarmTransition.RAISED
                                    : after == null ? AlarmTransition.CLEARED : AlarmTransition.UPDATED);
            assertThat(transition.getSeverityBefore()).isEqualTo(before);
        }
    }

    private static KpiWindow anyWindow(Random random, int minute, KpiWindowStatus status) {
        Double value = random.nextInt(8) == 0 ? null : random.nextInt(GRID) / (double) GRID;
        return window(minute, status, value, random.nextInt(8));
    }

    private static AlarmRule anyRule(Random random, boolean onProvisional) {
        boolean above = random.nextBoolean();
        List<AlarmThreshold> thresholds = new ArrayList<>();
        int steps = 1 + random.nextInt(3);
        double[] raise = ascending(random, steps);
        double[] clear = ascending(random, steps);
        for (int i = 0; i < steps; i++) {
            double beyond = Math.max(raise[i], clear[i]);
            double within = Math.min(raise[i], clear[i]);
            thresholds.add(threshold(SEVERITIES.get(i), above ? beyond : 1 - beyond, above ? within : 1 - within));
        }
        return AlarmRule.newBuilder(lowAsr(thresholds))
                .setDirection(above ? ThresholdDirection.ABOVE : ThresholdDirection.BELOW)
                .setMinimumSamples(random.nextInt(3))
                .setRaiseAfterWindows(1 + random.nextInt(3))
                .setClearAfterWindows(1 + random.nextInt(3))
                .setOnProvisional(onProvisional)
                .build();
    }

    private static double[] ascending(Random random, int count) {
        double[] grid =
                random.ints(count, 0, GRID).mapToDouble(i -> i / (double) GRID).toArray();
        Arrays.sort(grid);
        return grid;
    }
}
