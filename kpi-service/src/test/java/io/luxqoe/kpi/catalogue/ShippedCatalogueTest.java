package io.luxqoe.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.schemas.KpiValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each KPI of the shipped catalogue, worked out by hand. */
class ShippedCatalogueTest {

    private record Expected(String kpi, double value, long samples) {}

    private static final List<Expected> BY_HAND = List.of(
            new Expected("voice.asr", 0.5, 10),
            new Expected("voice.ner", 0.9, 10),
            new Expected("voice.drop-rate", 0.2, 5),
            new Expected("voice.mean-holding-time", 60, 10),
            new Expected("voice.mean-conversation-time", 90, 5),
            new Expected("voice.attempts", 10, 10),
            new Expected("messaging.attempts", 8, 8),
            new Expected("messaging.success-rate", 0.75, 8));

    private static Stream<Expected> byHand() {
        return BY_HAND.stream();
    }

    @ParameterizedTest
    @MethodSource("byHand")
    void aKpiIsWhatItsFormulaSays(Expected expected) {
        Kpi kpi = KpiCatalogue.standard().named(expected.kpi()).orElseThrow();

        KpiValue value = kpi.of(measured(kpi.family()));

        assertThat(value.getValue()).isEqualTo(expected.value());
        assertThat(value.getSamples()).isEqualTo(expected.samples());
    }

    @Test
    void eachKpiIsWorkedOutHere() {
        assertThat(KpiCatalogue.standard().all())
                .extracting(Kpi::id)
                .containsExactlyElementsOf(BY_HAND.stream().map(Expected::kpi).toList());
    }

    @Test
    void withoutEventsNoRatioAndNoPercentileHasAValue() {
        for (Kpi kpi : KpiCatalogue.standard().all()) {
            KpiValue value = kpi.of(new FakeMeasured(kpi.family()));

            assertThat(value.getSamples()).as(kpi.id()).isZero();
            if (kpi.minimumSamples() > 0) {
                assertThat(value.getValue()).as(kpi.id()).isNull();
                assertThat(value.getFewSamples()).as(kpi.id()).isTrue();
            } else {
                assertThat(value.getValue()).as(kpi.id()).isZero();
                assertThat(value.getFewSamples()).as(kpi.id()).isFalse();
            }
        }
    }

    @Test
    void eachFamilyHasKpis() {
        assertThat(MeasurementFamilies.all())
                .allSatisfy(family -> assertThat(KpiCatalogue.standard().ofFamily(family.id()))
                        .isNotEmpty());
    }

    private static FakeMeasured measured(MeasurementFamily family) {
        FakeMeasured measured = new FakeMeasured(family);
        return switch (family.id()) {
            case "voice" ->
                measured.with("seizures", 10)
                        .with("answered", 5)
                        .with("userBusy", 2)
                        .with("noAnswer", 1)
                        .with("rejected", 1)
                        .with("dropped", 1)
                        .with("holdingTimeMs", 600_000)
                        .with("conversationTimeMs", 450_000);
            case "messaging" -> measured.with("attempts", 8).with("succeeded", 6);
            default -> measured;
        };
    }
}
