package io.luxqoe.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.schemas.KpiValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiCatalogueTest {

    /** seizures, answered, userBusy, noAnswer, rejected, dropped, holdingTimeMs, conversationTimeMs. */
    private static final long[] SUMS = {10, 5, 2, 1, 1, 1, 600_000, 450_000};

    @ParameterizedTest
    @CsvSource({
        "voice.asr,0.5,10",
        "voice.ner,0.9,10",
        "voice.drop-rate,0.2,5",
        "voice.mean-holding-time,60,10",
        "voice.attempts,10,10"
    })
    void aVoiceKpiIsItsFormula(String kpi, double value, long samples) {
        KpiValue computed = KpiCatalogue.standard().named(kpi).orElseThrow().of(SUMS);

        assertThat(computed.getValue()).isEqualTo(value);
        assertThat(computed.getSamples()).isEqualTo(samples);
    }

    @Test
    void aRatioWithoutSamplesHasNoValue() {
        KpiValue computed =
                KpiCatalogue.standard().named("voice.asr").orElseThrow().of(new long[8]);

        assertThat(computed.getValue()).isNull();
        assertThat(computed.getSamples()).isZero();
    }

    @Test
    void aFormulaOverAnUnknownMeasurementIsRefused() {
        assertThatThrownBy(() -> new Kpi(
                        "voice.x",
                        "x",
                        MeasurementFamilies.named("voice").orElseThrow(),
                        "1",
                        Kpi.Direction.NEUTRAL,
                        "",
                        List.of("rings"),
                        null,
                        1))
                .hasMessageContaining("no measurement rings");
    }
}
