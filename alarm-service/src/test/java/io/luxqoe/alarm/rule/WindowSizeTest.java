package io.luxqoe.alarm.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowSizeTest {

    @ParameterizedTest
    @CsvSource({"PT60S,PT1M", "PT1M,PT1M", "PT300S/PT60S,PT5M/PT1M", "P1D,PT24H"})
    void oneSizeHasOneText(String written, String canonical) {
        assertThat(WindowSize.canonical(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "1m,ISO 8601",
        "PT0S,longer than zero",
        "PT-1M,longer than zero",
        "PT5M/PT1M/PT1M,one slash",
        "PT5M/,ISO 8601"
    })
    void whatIsNoSizeIsRefusedWithTheReason(String written, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WindowSize.canonical(written))
                .withMessageStartingWith("windowSize")
                .withMessageContaining(reason);
    }
}
