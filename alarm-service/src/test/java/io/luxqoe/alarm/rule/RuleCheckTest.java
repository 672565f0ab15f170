package io.luxqoe.alarm.rule;

import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.threshold;
import static io.luxqoe.schemas.PerceivedSeverity.CLEARED;
import static io.luxqoe.schemas.PerceivedSeverity.CRITICAL;
import static io.luxqoe.schemas.PerceivedSeverity.INDETERMINATE;
import static io.luxqoe.schemas.PerceivedSeverity.MAJOR;
import static io.luxqoe.schemas.PerceivedSeverity.MINOR;
import static io.luxqoe.schemas.PerceivedSeverity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmThreshold;
import io.luxqoe.schemas.AlarmType;
import io.luxqoe.schemas.ObservedQuantity;
import io.luxqoe.schemas.ThresholdDirection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCheckTest {

    @Test
    void aSoundRuleHasNoProblem() {
        assertThat(RuleCheck.problems(lowAsr())).isEmpty();
        assertThat(RuleCheck.problems(lowAsr(List.of(
                        threshold(CRITICAL, 0.3, 0.5),
                        threshold(MAJOR, 0.7, 0.7),
                        threshold(MINOR, 0.8, 0.8),
                        threshold(WARNING, 0.8, 0.9),
                        threshold(INDETERMINATE, 0.9, 0.9)))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aFaultIsNamed(String problem, Consumer<AlarmRule> fault) {
        AlarmRule rule = lowAsr();

        fault.accept(rule);

        assertThat(RuleCheck.problems(rule)).singleElement().asString().contains(problem);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchRule.of(rule))
                .withMessageContaining(problem);
    }

    static Stream<Arguments> aFaultIsNamed() {
        return Stream.of(
                fault("ruleId", rule -> rule.setRuleId("")),
                fault("ruleId", rule -> rule.setRuleId("low|asr")),
                fault("ruleId", rule -> rule.setRuleId("-low")),
                fault("ruleId", rule -> rule.setRuleId("x".repeat(129))),
                fault("kpi", rule -> rule.setKpi(" ")),
                fault("axis", rule -> rule.setAxis("")),
                fault("observed", rule -> rule.setObserved(ObservedQuantity.UNKNOWN)),
                fault("direction", rule -> rule.setDirection(ThresholdDirection.UNKNOWN)),
                fault("alarmType", rule -> rule.setAlarmType(AlarmType.UNKNOWN)),
                fault("probableCause", rule -> rule.setProbableCause("")),
                fault("minimumSamples", rule -> rule.setMinimumSamples(-1)),
                fault("raiseAfterWindows", rule -> rule.setRaiseAfterWindows(0)),
                fault("clearAfterWindows", rule -> rule.setClearAfterWindows(10_001)),
                fault("windowSize must be an ISO 8601", rule -> rule.setWindowSize("1 minute")),
                fault("windowSize must be longer", rule -> rule.setWindowSize("PT0S")),
                fault("windowSize must be longer", rule -> rule.setWindowSize("PT-1M")),
                fault("at least one", rule -> rule.setThresholds(List.of())),
                steps("perceivedSeverity must be one of", threshold(CLEARED, 0.7, 0.8)),
                steps("finite", threshold(MAJOR, Double.NaN, 0.8)),
                steps("finite", threshold(MAJOR, 0.7, Double.POSITIVE_INFINITY)),
                steps("clear must not be beyond raise", threshold(MAJOR, 0.7, 0.69)),
                steps("twice", threshold(MAJOR, 0.7, 0.8), threshold(MAJOR, 0.7, 0.8)),
                steps("severer", threshold(CRITICAL, 0.8, 0.9), threshold(MAJOR, 0.7, 0.9)),
                steps("severer", threshold(CRITICAL, 0.5, 0.9), threshold(MAJOR, 0.7, 0.8)));
    }

    @Test
    void theSideThatIsBadDecidesWhichThresholdLiesBeyond() {
        AlarmRule rule = lowAsr(List.of(threshold(MAJOR, 0.1, 0.05)));
        assertThat(RuleCheck.problems(rule)).isNotEmpty();

        rule.setDirection(ThresholdDirection.ABOVE);

        assertThat(RuleCheck.problems(rule)).isEmpty();
    }

    @Test
    void everyFaultOfARuleIsSaidAtOnce() {
        AlarmRule rule = lowAsr();
        rule.setKpi("");
        rule.setWindowSize("P1Y");
        rule.setThresholds(List.of());

        assertThat(RuleCheck.problems(rule)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT60S", "PT60.0S", "pt1m"})
    void aLengthHasOneText(String text) {
        assertThat(WindowSize.canonical(text)).isEqualTo("PT1M");
    }

    private static Arguments fault(String problem, Consumer<AlarmRule> fault) {
        return Arguments.of(problem, fault);
    }

    private static Arguments steps(String problem, AlarmThreshold... thresholds) {
        return fault(problem, rule -> rule.setThresholds(List.of(thresholds)));
    }
}
