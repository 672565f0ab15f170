package io.luxqoe.alarm.lifecycle;

import static io.luxqoe.alarm.AlarmRecords.CELL;
import static io.luxqoe.alarm.AlarmRecords.START;
import static io.luxqoe.alarm.AlarmRecords.deviating;
import static io.luxqoe.alarm.AlarmRecords.endOf;
import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.threshold;
import static io.luxqoe.alarm.AlarmRecords.value;
import static io.luxqoe.alarm.AlarmRecords.windowOf;
import static io.luxqoe.schemas.PerceivedSeverity.CLEARED;
import static io.luxqoe.schemas.PerceivedSeverity.CRITICAL;
import static io.luxqoe.schemas.PerceivedSeverity.MAJOR;
import static io.luxqoe.schemas.PerceivedSeverity.MINOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.ObservedQuantity;
import io.luxqoe.schemas.ThresholdDirection;
import io.luxqoe.schemas.ThresholdInfo;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmLifecycleTest {

    private static final List<AlarmThreshold> STEPS =
            List.of(threshold(CRITICAL, 0.3, 0.4), threshold(MAJOR, 0.5, 0.6), threshold(MINOR, 0.7, 0.8));

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # rule: MAJOR at 0.7 and below, clear at 0.8 and above
            at the threshold is crossed            | 1 | 1 | 0.71 0.7                 | . R:MAJOR
            a bad key is raised once               | 1 | 1 | 0.5 0.5 0.4              | R:MAJOR . .
            between the thresholds nothing changes | 1 | 1 | 0.75 0.6 0.75 0.79       | . R:MAJOR . .
            at the clear threshold it clears       | 1 | 1 | 0.6 0.8 0.75             | R:MAJOR C .
            it comes again                         | 1 | 1 | 0.6 0.9 0.6 0.9          | R:MAJOR C R:MAJOR C
            three in succession raise              | 3 | 1 | 0.6 0.6 0.6 0.6          | . . R:MAJOR .
            a good window breaks the succession    | 3 | 1 | 0.6 0.6 0.75 0.6 0.6 0.6 | . . . . . R:MAJOR
            two in succession clear                | 1 | 2 | 0.6 0.9 0.9              | R:MAJOR . C
            between them breaks the way back       | 1 | 2 | 0.6 0.9 0.75 0.9 0.9     | R:MAJOR . . . C
            a missing value raises nothing         | 1 | 1 | - - -                    | . . .
            a missing value clears nothing         | 1 | 1 | 0.6 - - - 0.9            | R:MAJOR . . . C
            too few samples are missing data       | 1 | 1 | 0.1/9 0.6/10 1.0/9 1/0   | . R:MAJOR . .
            missing data is passed over            | 2 | 2 | 0.6 - 0.6 0.9 - 0.9      | . . R:MAJOR . . C
            a PROVISIONAL window says nothing      | 1 | 1 | 0.1? 0.6 0.9?            | . R:MAJOR .
            """)
    void thresholdWithHysteresis(String story, int raiseAfter, int clearAfter, String windows, String transitions) {
        WatchRule rule = WatchRule.of(AlarmRule.newBuilder(lowAsr())
                .setRaiseAfterWindows(raiseAfter)
                .setClearAfterWindows(clearAfter)
                .setMinimumSamples(10)
                .build());
        Story told = story(rule, windows);

        assertThat(told.transitions()).as(story).isEqualTo(transitions);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # rule: CRITICAL 0.3 / 0.4, MAJOR 0.5 / 0.6, MINOR 0.7 / 0.8
            the severest crossed holds             | 1 | 1 | 0.2                      | R:CRITICAL
            severity follows the value down        | 1 | 1 | 0.6 0.5 0.3 0.1          | R:MINOR U:MAJOR U:CRITICAL .
            severity follows the value up          | 1 | 1 | 0.2 0.4 0.6 0.8          | R:CRITICAL U:MAJOR U:MINOR C
            a milder step is held by hysteresis    | 1 | 1 | 0.2 0.61 0.79            | R:CRITICAL U:MINOR .
            hysteresis holds the severity          | 1 | 1 | 0.2 0.39 0.35            | R:CRITICAL . .
            back at once clears at once            | 1 | 1 | 0.2 0.95                 | R:CRITICAL C
            each step counts its own windows       | 2 | 1 | 0.6 0.4 0.2 0.2          | . R:MINOR U:MAJOR U:CRITICAL
            each step counts its own way back      | 1 | 2 | 0.2 0.5 0.65 0.65 0.9 .9 | R:CRITICAL . U:MAJOR U:MINOR . C
            a missing window changes no severity   | 1 | 1 | 0.5 - 0.2/0 0.5          | R:MAJOR . . .
            """)
    void severitySteps(String story, int raiseAfter, int clearAfter, String windows, String transitions) {
        WatchRule rule = WatchRule.of(AlarmRule.newBuilder(lowAsr(STEPS))
                .setRaiseAfterWindows(raiseAfter)
                .setClearAfterWindows(clearAfter)
                .build());
        Story told = story(rule, windows);

        assertThat(told.transitions()).as(story).isEqualTo(transitions);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # CRITICAL 0.3 / 0.4, MAJOR 0.5 / 0.6, MINOR 0.7 / 0.8; a word with ? is PROVISIONAL
            PROVISIONAL raises early               | 1 | 1 | 0.6? 0.6                 | R:MINOR .
            PROVISIONAL never clears               | 1 | 1 | 0.6 0.9? 0.9? 0.9        | R:MINOR . . C
            PROVISIONAL makes worse, never better  | 1 | 1 | 0.6 0.2? 0.5? 0.5        | R:MINOR U:CRITICAL . U:MAJOR
            raised early and not borne out         | 1 | 1 | 0.6? 0.9                 | R:MINOR C
            a window counts once, however often    | 2 | 1 | 0.6? 0.6? 0.6? 0.6 0.6?  | . . . . R:MINOR
            a good PROVISIONAL breaks nothing      | 2 | 1 | 0.6 0.9? 0.6             | . . R:MINOR
            """)
    void provisionalWindows(String story, int raiseAfter, int clearAfter, String windows, String transitions) {
        WatchRule rule = WatchRule.of(AlarmRule.newBuilder(lowAsr(STEPS))
                .setOnProvisional(true)
                .setRaiseAfterWindows(raiseAfter)
                .setClearAfterWindows(clearAfter)
                .build());
        Story told = story(rule, windows);

        assertThat(told.transitions()).as(story).isEqualTo(transitions);
    }

    @Test
    void aboveIsTheMirrorOfBelow() {
        WatchRule drops = WatchRule.of(
                AlarmRule.newBuilder(lowAsr(List.of(threshold(MAJOR, 0.1, 0.05), threshold(MINOR, 0.05, 0.02))))
                        .setDirection(ThresholdDirection.ABOVE)
                        .build());

        assertThat(story(drops, "0.04 0.05 0.1 0.06 0.05 0.03 0.02").transitions())
                .isEqualTo(". R:MINOR U:MAJOR . U:MINOR . C");
    }

    @Test
    void samplesCanBeWatchedEvenWhereThereAreNone() {
        WatchRule silence = WatchRule.of(AlarmRule.newBuilder(lowAsr(List.of(threshold(MAJOR, 5, 10))))
                .setObserved(ObservedQuantity.SAMPLES)
                .setMinimumSamples(0)
                .build());

        assertThat(story(silence, "-/6 -/0 0.9/9 0.1/10").transitions()).isEqualTo(". R:MAJOR . C");
    }

    @Test
    void aDeviationNeedsAHistory() {
        WatchRule trend = WatchRule.of(AlarmRule.newBuilder(lowAsr(List.of(threshold(MAJOR, -3, -1))))
                .setObserved(ObservedQuantity.DEVIATION)
                .build());
        Story told = new Story(trend);

        told.tell(windowOf(0, KpiWindowStatus.FINAL, value("voice.asr", 0.1, 100)));
        told.tell(windowOf(1, KpiWindowStatus.FINAL, deviating(null)));
        told.tell(windowOf(2, KpiWindowStatus.FINAL, deviating(-3.5)));
        told.tell(windowOf(3, KpiWindowStatus.FINAL, deviating(null)));
        told.tell(windowOf(4, KpiWindowStatus.FINAL, deviating(0.2)));

        assertThat(told.transitions()).isEqualTo(". . R:MAJOR . C");
    }

    @Test
    void aValueThatIsNoNumberIsMissingData() {
        assertThat(story(WatchRule.of(lowAsr()), "0.6 NaN Infinity").transitions())
                .isEqualTo("R:MAJOR . .");
    }

    @Test
    void anAlarmSaysWhatHappenedByTheWindowThatDecided() {
        WatchRule rule = WatchRule.of(AlarmRule.newBuilder(lowAsr(STEPS))
                .setSpecificProblem("Too few calls answered")
                .build());
        Story told = story(rule, "0.9 0.6");
        ThresholdInfo info = Objects.requireNonNull(told.last().getThresholdInfo());

        assertThat(told.last().getAlarmId()).isEqualTo("low-asr|cell|" + CELL);
        assertThat(told.last().getOccurrence()).isEqualTo(1);
        assertThat(told.last().getSpecificProblem()).isEqualTo("Too few calls answered");
        assertThat(told.last().getAlarmRaisedTime()).isEqualTo(endOf(1));
        assertThat(told.last().getSeverityBefore()).isNull();
        assertThat(info)
                .isEqualTo(new ThresholdInfo(
                        "voice.asr",
                        0.6,
                        100L,
                        0.7,
                        ThresholdDirection.BELOW,
                        "PT1M",
                        START.plus(Duration.ofMinutes(1))));
        assertThat(told.last().getAdditionalText())
                .isEqualTo("voice.asr was 0.6 for cell 208-20-4660-22136 from 2026-11-20T10:01:00Z to"
                        + " 2026-11-20T10:02:00Z (100 samples), at or below the MINOR threshold of 0.7.");

        told.windows("0.1");
        assertThat(told.last().getTransition()).isEqualTo(AlarmTransition.UPDATED);
        assertThat(told.last().getSeverityBefore()).isEqualTo(MINOR);
        assertThat(told.last().getAlarmChangedTime()).isEqualTo(endOf(2));
        assertThat(told.last().getAdditionalText())
                .endsWith("at or below the CRITICAL threshold of 0.3; it was MINOR.");

        told.windows("0.5");
        assertThat(Objects.requireNonNull(told.last().getThresholdInfo()).getThresholdLevel())
                .isEqualTo(0.4);
        assertThat(told.last().getAdditionalText())
                .endsWith("back within the CRITICAL threshold of 0.4; it was CRITICAL and is MAJOR.");

        told.windows("0.9");
        Alarm cleared = told.last();
        assertThat(cleared.getTransition()).isEqualTo(AlarmTransition.CLEARED);
        assertThat(cleared.getPerceivedSeverity()).isEqualTo(CLEARED);
        assertThat(cleared.getSeverityBefore()).isEqualTo(MAJOR);
        assertThat(cleared.getAlarmRaisedTime()).isEqualTo(endOf(1));
        assertThat(cleared.getAlarmClearedTime()).isEqualTo(endOf(4));
        assertThat(cleared.getAdditionalText()).endsWith("(100 samples), back within the MINOR threshold of 0.8.");
    }

    @Test
    void occurrencesAreCountedAndStatesAreForgettableUntilTheFirst() {
        Story told = story(WatchRule.of(lowAsr()), "0.9 - 0.75");
        assertThat(told.state().isForgettable()).isTrue();

        told.windows("0.6 0.9 0.6");

        assertThat(told.last().getOccurrence()).isEqualTo(2);
        assertThat(told.windows("0.9").state().isForgettable()).isFalse();
    }

    @Test
    void windowsCountedByAnotherMeasureCountNoMore() {
        AlarmRule two = AlarmRule.newBuilder(lowAsr()).setRaiseAfterWindows(2).build();
        AlarmRule stricter = AlarmRule.newBuilder(two)
                .setThresholds(List.of(threshold(MAJOR, 0.65, 0.8)))
                .build();

        Story told =
                story(WatchRule.of(two), "0.6").rule(WatchRule.of(stricter)).windows("0.6 0.6");

        assertThat(told.transitions()).isEqualTo(". . R:MAJOR");
    }

    @Test
    void aStandingAlarmGoesOnUnderChangedThresholds() {
        WatchRule steps = WatchRule.of(lowAsr(STEPS));
        WatchRule onlyMajor = WatchRule.of(lowAsr(List.of(threshold(MAJOR, 0.5, 0.6))));
        WatchRule onlyCritical = WatchRule.of(lowAsr(List.of(threshold(CRITICAL, 0.1, 0.2))));

        Story milder = story(steps, "0.2").rule(onlyMajor).windows("- 0.55 0.9");
        assertThat(milder.transitions()).isEqualTo("R:CRITICAL . U:MAJOR C");

        Story none = story(steps, "0.6").rule(onlyCritical).windows("- 0.15");
        assertThat(none.transitions()).isEqualTo("R:MINOR . C");
        assertThat(none.last().getAdditionalText()).endsWith("and no threshold of the rule stands.");
    }

    @Test
    void anAbandonedAlarmIsClearedOnceAndSaysWhy() {
        Story told = story(WatchRule.of(lowAsr()), "0.6");

        Verdict verdict = AlarmLifecycle.abandon(told.state(), endOf(7), "the rule was deleted");
        Verdict again = AlarmLifecycle.abandon(verdict.state(), endOf(8), "the rule was deleted");

        Alarm cleared = Objects.requireNonNull(verdict.transition());
        assertThat(cleared.getTransition()).isEqualTo(AlarmTransition.CLEARED);
        assertThat(cleared.getAlarmClearedTime()).isEqualTo(endOf(7));
        assertThat(cleared.getAdditionalText())
                .isEqualTo("Cleared without a good window of cell " + CELL + ": the rule was deleted.");
        assertThat(again.transition()).isNull();
        assertThat(again.state()).isEqualTo(verdict.state());
    }

    @Test
    void anAlarmDoesNotEndBeforeItBegan() {
        Story told = story(WatchRule.of(lowAsr()), "0.6");

        Verdict verdict = AlarmLifecycle.abandon(told.state(), START.minusSeconds(3600), "the rule was deleted");

        assertThat(Objects.requireNonNull(verdict.transition()).getAlarmClearedTime())
                .isEqualTo(endOf(0));
    }

    private static Story story(WatchRule rule, String windows) {
        return new Story(rule).windows(windows);
    }
}
