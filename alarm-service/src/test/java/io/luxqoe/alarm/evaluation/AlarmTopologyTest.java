package io.luxqoe.alarm.evaluation;

import static io.luxqoe.alarm.AlarmRecords.cell;
import static io.luxqoe.alarm.AlarmRecords.endOf;
import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.threshold;
import static io.luxqoe.alarm.AlarmRecords.value;
import static io.luxqoe.alarm.AlarmRecords.window;
import static io.luxqoe.alarm.AlarmRecords.windowOf;
import static io.luxqoe.schemas.KpiWindowStatus.FINAL;
import static io.luxqoe.schemas.KpiWindowStatus.PROVISIONAL;
import static io.luxqoe.schemas.PerceivedSeverity.CRITICAL;
import static io.luxqoe.schemas.PerceivedSeverity.MAJOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Windows in, transitions out. */
class AlarmTopologyTest {

    private final AlarmHarness alarms = new AlarmHarness();

    @AfterEach
    void close() {
        alarms.close();
    }

    @Test
    void anAlarmIsRaisedOnceUpdatedAndCleared() {
        alarms.put(lowAsr(List.of(threshold(CRITICAL, 0.3, 0.5), threshold(MAJOR, 0.7, 0.8))));

        alarms.windows("a", window(0, FINAL, 0.95), window(1, FINAL, 0.6), window(2, FINAL, 0.65));
        assertThat(alarms.standing()).containsExactly("low-asr|cell|a");
        alarms.windows("a", window(3, FINAL, 0.2), window(4, FINAL, 0.75), window(5, FINAL, 0.8));

        assertThat(alarms.transitions())
                .containsExactly(
                        "RAISED MAJOR low-asr|cell|a",
                        "UPDATED CRITICAL low-asr|cell|a",
                        "UPDATED MAJOR low-asr|cell|a",
                        "CLEARED CLEARED low-asr|cell|a");
        assertThat(alarms.standing()).isEmpty();
        assertThat(alarms.heard())
                .containsExactly(
                        AlarmTransition.RAISED,
                        AlarmTransition.UPDATED,
                        AlarmTransition.UPDATED,
                        AlarmTransition.CLEARED);
        assertThat(alarms.deadLetters()).isEmpty();
    }

    @Test
    void aTransitionIsWrittenUnderTheAlarmIdAtTheTimeOfItsWindow() {
        alarms.put(lowAsr());

        alarms.windows("a|b", window(0, FINAL, 0.6));

        assertThat(alarms.records()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("low-asr|cell|a|b");
            assertThat(record.getRecordTime()).isEqualTo(endOf(0));
            assertThat(record.headers()).isEmpty();
        });
        alarms.delete("low-asr");
        alarms.pass(Duration.ofSeconds(1));
        assertThat(alarms.transitions()).containsExactly("CLEARED CLEARED low-asr|cell|a|b");
    }

    @Test
    void keysHaveAlarmsOfTheirOwn() {
        alarms.put(lowAsr());

        alarms.windows("a", window(0, FINAL, 0.6));
        alarms.windows("b", window(0, FINAL, 0.9));
        alarms.windows("c", window(0, FINAL, 0.1));
        alarms.windows("a", window(1, FINAL, 0.9));

        assertThat(alarms.transitions())
                .containsExactly(
                        "RAISED MAJOR low-asr|cell|a", "RAISED MAJOR low-asr|cell|c", "CLEARED CLEARED low-asr|cell|a");
        assertThat(alarms.standing()).containsExactly("low-asr|cell|c");
    }

    @Test
    void onlyWhatTheRuleWatchesIsEvaluated() {
        alarms.put(AlarmRule.newBuilder(lowAsr()).setKeys(List.of("a", "b")).build());

        alarms.windows("c", window(0, FINAL, 0.1));
        alarms.window(new KpiKey("voice", "region", "a", "PT1M"), window(0, FINAL, 0.1));
        alarms.window(new KpiKey("voice", "cell", "a", "PT1H"), window(0, FINAL, 0.1));
        alarms.windows("a", windowOf(0, FINAL, value("voice.ner", 0.1, 100)));
        assertThat(alarms.transitions()).isEmpty();

        alarms.windows("b", window(0, FINAL, 0.1));
        assertThat(alarms.transitions()).containsExactly("RAISED MAJOR low-asr|cell|b");
    }

    @Test
    void severalRulesMayWatchOneKey() {
        alarms.put(lowAsr());
        alarms.put(AlarmRule.newBuilder(lowAsr())
                .setRuleId("very-low-asr")
                .setThresholds(List.of(threshold(CRITICAL, 0.3, 0.5)))
                .build());

        alarms.windows("a", window(0, FINAL, 0.2), window(1, FINAL, 0.6));

        assertThat(alarms.transitions())
                .containsExactly(
                        "RAISED MAJOR low-asr|cell|a",
                        "RAISED CRITICAL very-low-asr|cell|a",
                        "CLEARED CLEARED very-low-asr|cell|a");
    }

    @Test
    void missingDataNeverClearsAnAlarm() {
        alarms.put(AlarmRule.newBuilder(lowAsr()).setMinimumSamples(20).build());

        alarms.windows("a", window(0, FINAL, 0.6), window(1, FINAL, null), window(2, FINAL, 1.0, 19));
        alarms.windows("a", windowOf(3, FINAL, value("voice.ner", 1.0, 100)));
        alarms.pass(Duration.ofDays(30));

        assertThat(alarms.transitions()).containsExactly("RAISED MAJOR low-asr|cell|a");
        assertThat(alarms.standing()).containsExactly("low-asr|cell|a");
    }

    @Test
    void aFinalWindowIsEvaluatedOnce() {
        alarms.put(AlarmRule.newBuilder(lowAsr()).setRaiseAfterWindows(2).build());

        alarms.windows("a", window(0, FINAL, 0.6), window(0, FINAL, 0.6), window(0, FINAL, 0.6));
        assertThat(alarms.transitions()).isEmpty();

        alarms.windows("a", window(1, FINAL, 0.6), window(1, FINAL, 0.6), window(2, FINAL, 0.9));
        assertThat(alarms.transitions())
                .containsExactly("RAISED MAJOR low-asr|cell|a", "CLEARED CLEARED low-asr|cell|a");

        alarms.windows("a", window(1, FINAL, 0.6), window(0, FINAL, 0.6));
        assertThat(alarms.transitions()).isEmpty();
    }

    @Test
    void aWindowOutOfOrderIsPassedOver() {
        alarms.put(lowAsr());

        alarms.windows("a", window(5, FINAL, 0.9), window(3, FINAL, 0.1), window(4, PROVISIONAL, 0.1));
        assertThat(alarms.transitions()).isEmpty();

        alarms.windows("a", window(6, FINAL, 0.1), window(2, FINAL, 0.9));
        assertThat(alarms.transitions()).containsExactly("RAISED MAJOR low-asr|cell|a");
    }

    @Test
    void aProvisionalWindowRaisesOnlyWhereTheRuleSaysSo() {
        alarms.put(lowAsr());
        alarms.put(AlarmRule.newBuilder(lowAsr())
                .setRuleId("early")
                .setOnProvisional(true)
                .build());

        alarms.windows("a", window(0, PROVISIONAL, 0.6), window(0, PROVISIONAL, 0.9));
        assertThat(alarms.transitions()).containsExactly("RAISED MAJOR early|cell|a");

        alarms.windows("a", window(0, FINAL, 0.9), window(0, PROVISIONAL, 0.1));
        assertThat(alarms.transitions()).containsExactly("CLEARED CLEARED early|cell|a");
    }

    @Test
    void aStatusThatIsNotKnownSaysNothing() {
        alarms.put(lowAsr());

        alarms.windows("a", window(0, KpiWindowStatus.UNKNOWN, 0.1), window(0, FINAL, 0.6));

        assertThat(alarms.transitions()).containsExactly("RAISED MAJOR low-asr|cell|a");
    }

    @Test
    void aNormalKeyLeavesNoStateBehind() {
        alarms.put(AlarmRule.newBuilder(lowAsr()).setRaiseAfterWindows(2).build());

        alarms.windows("a", window(0, FINAL, 0.9), window(1, FINAL, null));
        assertThat(alarms.states().approximateNumEntries()).isZero();
        alarms.windows("a", window(2, FINAL, 0.6));
        assertThat(alarms.states().approximateNumEntries()).isOne();
        alarms.windows("a", window(3, FINAL, 0.9));
        assertThat(alarms.states().approximateNumEntries()).isZero();
    }

    @Test
    void whatHasBeenAtRestForLongIsForgottenAndWhatStandsIsNot() {
        alarms.put(lowAsr());
        int laterThanForgotten =
                (int) AlarmHarness.SETTINGS.forgetAfter().plusHours(3).toMinutes();
        alarms.windows("cleared", window(0, FINAL, 0.6), window(1, FINAL, 0.9));
        alarms.windows("standing", window(0, FINAL, 0.6));

        alarms.windows("other", window(laterThanForgotten, FINAL, 0.9));

        assertThat(alarms.states().get("low-asr|cell|cleared")).isNull();
        assertThat(alarms.states().get("low-asr|cell|standing")).isNotNull();
        assertThat(alarms.evaluated().approximateNumEntries()).isOne();
        assertThat(alarms.standing()).containsExactly("low-asr|cell|standing");
    }

    @Test
    void occurrencesAreCountedWhileTheyAreRemembered() {
        alarms.put(lowAsr());

        alarms.windows("a", window(0, FINAL, 0.6), window(1, FINAL, 0.9), window(2, FINAL, 0.6));

        assertThat(alarms.records())
                .extracting(record -> record.value().getOccurrence())
                .containsExactly(1, 1, 2);
    }

    @Test
    void aWindowThatCannotBeEvaluatedIsADeadLetterAndTheStreamGoesOn() {
        alarms.put(lowAsr());

        alarms.putOctets("lux.kpi.computed.v1", new byte[] {9}, new byte[] {1, 2});
        alarms.window(null, window(0, FINAL, 0.1));
        alarms.window(cell("a"), null);
        alarms.window(new KpiKey("voice", "cell", "a", "a minute"), window(0, FINAL, 0.1));
        alarms.windows("a", window(0, FINAL, 0.6));

        assertThat(alarms.transitions()).containsExactly("RAISED MAJOR low-asr|cell|a");
        assertThat(alarms.deadLetters())
                .extracting(letter -> Letters.errorClass(letter.headers()))
                .containsExactly("malformed-record", "invalid-window", "invalid-window", "invalid-window");
    }
}
