package io.luxqoe.alarm.rule;

import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.luxqoe.schemas.AlarmRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    @Test
    void enabledRulesWatchTheirAxisAndWindowSizeHoweverItIsWritten() {
        AlarmRule sixtySeconds = AlarmRule.newBuilder(lowAsr())
                .setRuleId("also-low")
                .setWindowSize("PT60S")
                .build();
        AlarmRule hourly = AlarmRule.newBuilder(lowAsr())
                .setRuleId("hourly")
                .setWindowSize("PT1H")
                .build();
        AlarmRule disabled = AlarmRule.newBuilder(lowAsr())
                .setRuleId("off")
                .setEnabled(false)
                .build();

        AlarmRule early = AlarmRule.newBuilder(lowAsr())
                .setRuleId("early")
                .setOnProvisional(true)
                .build();

        RuleBook book = new RuleBook(1, List.of(lowAsr(), sixtySeconds, hourly, disabled, early));

        assertThat(watching(book, "cell", "PT1M", true)).containsExactly("also-low", "early", "low-asr");
        assertThat(watching(book, "cell", "PT1M", false)).containsExactly("early");
        assertThat(watching(book, "cell", "PT60M", true)).containsExactly("hourly");
        assertThat(watching(book, "region", "PT1M", true)).isEmpty();
        assertThat(book.rule("off")).isNotNull();
        assertThat(book.rule("other")).isNull();
    }

    @Test
    void aWindowSizeThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RuleBook(1, List.of(lowAsr())).watching("cell", "minute", true));
    }

    @Test
    void onlyWhatIsMeasuredChangesTheMeasure() {
        int measure = WatchRule.of(lowAsr()).measure();

        assertThat(measureOf(
                        AlarmRule.newBuilder(lowAsr()).setDescription("other").setRaiseAfterWindows(5)))
                .isEqualTo(measure);
        assertThat(measureOf(AlarmRule.newBuilder(lowAsr()).setWindowSize("PT60S")))
                .isEqualTo(measure);
        assertThat(measureOf(AlarmRule.newBuilder(lowAsr()).setKpi("voice.ner")))
                .isNotEqualTo(measure);
        assertThat(measure).as("stored, so the same in every process").isEqualTo(516380724);
    }

    private static List<String> watching(RuleBook book, String axis, String windowSize, boolean isFinal) {
        return book.watching(axis, windowSize, isFinal).stream()
                .map(WatchRule::id)
                .toList();
    }

    private static int measureOf(AlarmRule.Builder rule) {
        return WatchRule.of(rule.build()).measure();
    }
}
