package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({"PT60S,60000", "60s,60000", "5m,300000", "1h30m,5400000", "500ms,500", "2D,172800000", "pt1.5s,1500"})
    void isoAndWhatPeopleWriteAreTaken(String text, long milliseconds) {
        assertThat(converter.convert(text)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "", "5 minutes", "s", "PT", "1x"})
    void anythingElseIsRefusedWithExamples(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is not a duration such as 60s, 5m, 1h30m or PT60S");
    }

    @Test
    void noTimeIsNoDuration() {
        assertThatThrownBy(() -> converter.convert("0s")).hasMessageContaining("is not a time above zero");
        assertThatThrownBy(() -> converter.convert("PT-3S")).hasMessageContaining("is not a time above zero");
    }
}
