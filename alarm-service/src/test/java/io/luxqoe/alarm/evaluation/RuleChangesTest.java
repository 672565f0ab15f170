package io.luxqoe.alarm.evaluation;

import static io.luxqoe.alarm.AlarmRecords.START;
import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.threshold;
import static io.luxqoe.alarm.AlarmRecords.window;
import static io.luxqoe.schemas.KpiWindowStatus.FINAL;
import static io.luxqoe.schemas.PerceivedSeverity.MAJOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmRule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of alarms when rules change, and of rules that cannot be. */
class RuleChangesTest {

    private static final Duration SWEEP = AlarmHarness.SETTINGS.sweepInterval();
    private static final Duration LATER = Duration.ofMinutes(10);

    private final AlarmHarness alarms = new AlarmHarness();

    @AfterEach
    void close() {
        alarms.close();
    }

    @Test
    void deletingARuleClearsItsAlarmsAndNoOther() {
        alarms.put(lowAsr());
        alarms.put(AlarmRule.newBuilder(lowAsr()).setRuleId("other").build());
        alarms.windows("a", window(0, FINAL, 0.6));
        alarms.windows("b", window(0, FINAL, 0.6));
        alarms.transitions();

        alarms.delete("low-asr");
        alarms.pass(LATER);
        alarms.pass(SWEEP);

        List<TestRecord<String, Alarm>> cleared = alarms.records();
        assertThat(cleared).extracting(TestRecord::key).containsExactlyInAnyOrder("low-asr|cell|a", "low-asr|cell|b");
        assertThat(cleared).allSatisfy(record -> {
            assertThat(record.value().getAlarmClearedTime()).isEqualTo(START.plus(LATER));
            assertThat(record.value().getAdditionalText()).contains("the rule was deleted");
        });
        assertThat(alarms.standing()).containsExactlyInAnyOrder("other|cell|a", "other|cell|b");
        assertThat(alarms.states().get("low-asr|cell|a")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aRuleThatWatchesAKeyNoMoreClearsItsAlarm(String why, UnaryOperator<AlarmRule.Builder> change) {
        alarms.put(lowAsr());
        alarms.windows("a", window(0, FINAL, 0.6));
        alarms.transitions();

        alarms.put(change.apply(AlarmRule.newBuilder(lowAsr())).build());
        assertThat(alarms.transitions()).isEmpty();
        alarms.pass(SWEEP);

        assertThat(alarms.records())
                .singleElement()
                .extracting(record -> record.value().getAdditionalText())
                .asString()
                .contains(why);
        alarms.pass(SWEEP.multipliedBy(10));
        assertThat(alarms.records()).isEmpty();
    }

    static Stream<Arguments> aRuleThatWatchesAKeyNoMoreClearsItsAlarm() {
        return Stream.of(
                change("the rule was disabled", rule -> rule.setEnabled(false)),
                change("the rule no longer watches a", rule -> rule.setKeys(List.of("b", "c"))),
                change("the rule now watches the axis region", rule -> rule.setAxis("region")),
                change("the rule now watches voice.ner", rule -> rule.setKpi("voice.ner")),
                change("the rule now watches windows of PT1H", rule -> rule.setWindowSize("PT1H")));
    }

    @Test
    void aChangeThatStillWatchesTheKeyLeavesItsAlarmToTheNextWindow() {
        alarms.put(lowAsr());
        alarms.windows("a", window(0, FINAL, 0.6));
        alarms.transitions();

        alarms.put(lowAsr(List.of(threshold(MAJOR, 0.4, 0.5))));
        alarms.pass(SWEEP);
        assertThat(alarms.transitions()).isEmpty();

        alarms.windows("a", window(1, FINAL, 0.45));
        assertThat(alarms.transitions()).isEmpty();
        alarms.windows("a", window(2, FINAL, 0.5));
        assertThat(alarms.transitions()).containsExactly("CLEARED CLEARED low-asr|cell|a");
    }

    @Test
    void aWindowMeetsTheChangedRulesWithoutWaitingForTheClock() {
        alarms.put(lowAsr());
        alarms.windows("a", window(0, FINAL, 0.6));
        alarms.transitions();

        alarms.delete("low-asr");
        alarms.windows("b", window(0, FINAL, 0.6));

        assertThat(alarms.transitions()).containsExactly("CLEARED CLEARED low-asr|cell|a");
    }

    @Test
    void aRuleThatIsBackFindsAFreshStart() {
        alarms.put(AlarmRule.newBuilder(lowAsr()).setRaiseAfterWindows(2).build());
        alarms.windows("a", window(0, FINAL, 0.6));
        alarms.delete("low-asr");
        alarms.pass(SWEEP);
        alarms.put(AlarmRule.newBuilder(lowAsr()).setRaiseAfterWindows(2).build());

        alarms.windows("a", window(1, FINAL, 0.6));
        assertThat(alarms.transitions()).isEmpty();
        alarms.windows("a", window(2, FINAL, 0.6));
        assertThat(alarms.transitions()).containsExactly("RAISED MAJOR low-asr|cell|a");
    }

    @Test
    void anInvalidRuleIsADeadLetterAndTheLastGoodOneStays() {
        AlarmRule clearBeyondRaise = lowAsr(List.of(threshold(MAJOR, 0.7, 0.6)));
        alarms.put(lowAsr());

        alarms.put(clearBeyondRaise);

        assertThat(alarms.rules().all()).containsExactly(lowAsr());
        assertThat(alarms.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("low-asr".getBytes(StandardCharsets.UTF_8));
            assertThat(letter.value()).isEqualTo(alarms.octets(clearBeyondRaise));
            assertThat(Letters.errorClass(letter.headers())).isEqualTo("invalid-rule");
            assertThat(Letters.errorMessage(letter.headers()))
                    .isEqualTo("threshold MAJOR: clear must not be beyond raise");
        });
        alarms.windows("a", window(0, FINAL, 0.6));
        assertThat(alarms.transitions()).containsExactly("RAISED MAJOR low-asr|cell|a");
    }

    @Test
    void octetsThatAreNoRuleAreADeadLetterAndTheLastGoodOneStays() {
        byte[] key = "low-asr".getBytes(StandardCharsets.UTF_8);
        alarms.put(lowAsr());

        alarms.putOctets("lux.alarm.rule.v1", key, new byte[] {7, 7, 7});

        assertThat(alarms.rules().all()).containsExactly(lowAsr());
        assertThat(alarms.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo(key);
            assertThat(letter.value()).containsExactly(7, 7, 7);
        });
    }

    @Test
    void aRuleMustLieUnderItsId() {
        alarms.putUnder("other", lowAsr());
        alarms.putUnder(null, lowAsr());

        assertThat(alarms.rules().all()).isEmpty();
        assertThat(alarms.deadLetters())
                .extracting(letter -> Letters.errorMessage(letter.headers()))
                .containsExactly(
                        "the key of the record must be the ruleId", "the record must have the ruleId as its key");
    }

    @Test
    void theDeletionOfARuleThatIsNotThereIsNothing() {
        alarms.delete("never-was");
        alarms.pass(SWEEP);

        assertThat(alarms.transitions()).isEmpty();
        assertThat(alarms.deadLetters()).isEmpty();
    }

    private static Arguments change(String why, UnaryOperator<AlarmRule.Builder> change) {
        return Arguments.of(why, change);
    }
}
