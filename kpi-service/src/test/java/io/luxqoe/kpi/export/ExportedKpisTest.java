package io.luxqoe.kpi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.export.ExportSettings.Export;
import io.luxqoe.schemas.KpiValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportedKpisTest {

    private static final long MINUTE = 60_000;
    private static final Map<String, Integer> AXES =
            new TreeMap<>(Map.of("cell", 50_000, "region", 3, "segment", 1_000));
    private static final List<String> WINDOWS = List.of("PT1M", "PT15M");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ExportedKpis exported = exporting(new Export("voice.asr", "region", "PT1M"));

    @Test
    void aFinalWindowOfAnExportedKpiIsAGauge() {
        exported.onFinal(0, "region", "Bretagne", "PT1M", 0, List.of(value("voice.ner", 0.9), value("voice.asr", 0.5)));

        assertThat(shown()).containsExactly(Map.entry("voice.asr region Bretagne", 0.5));
    }

    @Test
    void aGaugeFollowsTheWindowsOfItsKey() {
        tell(0, "Bretagne", 0, 0.5);
        tell(0, "Corse", 0, 0.1);
        tell(0, "Bretagne", 1, 0.7);
        tell(0, "Corse", 1, 0.2);

        assertThat(shown())
                .containsExactly(Map.entry("voice.asr region Bretagne", 0.7), Map.entry("voice.asr region Corse", 0.2));
    }

    @Test
    void otherAxesWindowsAndKpisAreNotShown() {
        exported.onFinal(0, "cell", "208-20-1-1", "PT1M", 0, List.of(value("voice.asr", 0.5)));
        exported.onFinal(0, "region", "Bretagne", "PT15M", 0, List.of(value("voice.asr", 0.5)));
        exported.onFinal(0, "region", "Bretagne", "PT1M", 0, List.of(value("voice.ner", 0.5)));

        assertThat(shown()).isEmpty();
    }

    @Test
    void aKeyWithoutAValueHasNoGauge() {
        tell(0, "Bretagne", 0, null);
        assertThat(shown()).isEmpty();

        tell(0, "Bretagne", 1, 0.5);
        assertThat(shown()).hasSize(1);

        tell(0, "Bretagne", 2, null);
        assertThat(shown()).isEmpty();

        tell(0, "Bretagne", 3, Double.NaN);
        assertThat(shown()).isEmpty();
    }

    @Test
    void aKeyThatTwoWindowsOfItsTaskDoNotHaveLosesItsGauge() {
        tell(0, "Bretagne", 0, 0.5);
        tell(1, "Corse", 0, 0.1);
        tell(0, "Occitanie", 1, 0.6);
        assertThat(shown()).hasSize(3);

        tell(0, "Occitanie", 2, 0.6);
        assertThat(shown())
                .containsExactly(
                        Map.entry("voice.asr region Corse", 0.1), Map.entry("voice.asr region Occitanie", 0.6));
    }

    @Test
    void aTaskThatLeavesTakesItsGaugesWithIt() {
        tell(0, "Bretagne", 5, 0.5);
        tell(1, "Corse", 5, 0.1);

        exported.forget(0);
        assertThat(shown()).containsExactly(Map.entry("voice.asr region Corse", 0.1));

        tell(0, "Bretagne", 4, 0.4);
        assertThat(shown()).containsEntry("voice.asr region Bretagne", 0.4);
    }

    @Test
    void thereAreNeverMoreGaugesThanTheAxisHasKeysAndOther() {
        for (String key : List.of("a", "b", "c", "other", "d")) {
            tell(0, key, 0, 0.5);
        }
        assertThat(shown()).hasSize(4);
        assertThat(registry.get("lux.kpi.value.left.out").counter().count()).isEqualTo(1);

        for (String key : List.of("e", "f", "g", "other")) {
            tell(0, key, 1, 0.5);
        }
        assertThat(shown().keySet())
                .containsExactly(
                        "voice.asr region e", "voice.asr region f", "voice.asr region g", "voice.asr region other");
    }

    @Test
    void anOlderWindowDoesNotReplaceANewerOne() {
        tell(0, "Bretagne", 1, 0.7);
        tell(0, "Bretagne", 0, 0.5);

        assertThat(shown()).containsExactly(Map.entry("voice.asr region Bretagne", 0.7));
    }

    @Test
    void theNewestWindowIsShownSoThatStaleValuesCanBeSeen() {
        assertThat(registry.get("lux.kpi.value.window").gauge().value()).isNaN();

        tell(0, "Bretagne", 2, 0.7);
        tell(1, "Corse", 1, 0.7);

        assertThat(registry.get("lux.kpi.value.window").gauge().value()).isEqualTo(120);
    }

    @Test
    void prometheusNamesItAsDocumented() {
        PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        ExportedKpis toPrometheus = new ExportedKpis(
                new ExportSettings(List.of(new Export("voice.asr", "region", "PT1M"))),
                KpiCatalogue.standard(),
                AXES,
                WINDOWS,
                prometheus);

        toPrometheus.onFinal(0, "region", "Bretagne", "PT1M", 0, List.of(value("voice.asr", 0.5)));

        assertThat(prometheus.scrape())
                .contains("lux_kpi_value{axis=\"region\",key=\"Bretagne\",kpi=\"voice.asr\"} 0.5\n")
                .contains("lux_kpi_value_window{axis=\"region\",kpi=\"voice.asr\"} 0.0\n");
    }

    @Test
    void whatIsNotThereOrTooFineIsRefusedWithThePropertysName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exporting(new Export("voice.mos", "region", "PT1M")))
                .withMessage("lux.kpi.exported[0].kpi: no KPI voice.mos in the catalogue");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exporting(new Export("voice.asr", "regions", "PT1M")))
                .withMessage("lux.kpi.exported[0].axis: no axis regions; there are [cell, region, segment]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        exporting(new Export("voice.asr", "segment", "PT1M"), new Export("voice.asr", "cell", "PT1M")))
                .withMessage("lux.kpi.exported[1].axis: axis cell keeps up to 50000 keys apart; what is exported has at"
                        + " most 1000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exporting(new Export("voice.asr", "region", "PT5M")))
                .withMessage("lux.kpi.exported[0].window: no window size PT5M; there are [PT1M, PT15M]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> exporting(
                        new Export("voice.asr", "region", "PT1M"), new Export("voice.asr", "region", "PT15M")))
                .withMessage("lux.kpi.exported[1].axis: voice.asr is exported on region already");
    }

    private ExportedKpis exporting(Export... exports) {
        return new ExportedKpis(new ExportSettings(List.of(exports)), KpiCatalogue.standard(), AXES, WINDOWS, registry);
    }

    private void tell(int partition, String key, int minute, @Nullable Double asr) {
        exported.onFinal(partition, "region", key, "PT1M", minute * MINUTE, List.of(value("voice.asr", asr)));
    }

    private static KpiValue value(String kpi, @Nullable Double value) {
        return new KpiValue(kpi, value, 100L, null, false);
    }

    private Map<String, Double> shown() {
        Map<String, Double> shown = new TreeMap<>();
        registry.find("lux.kpi.value").gauges().forEach(gauge -> {
            Meter.Id id = gauge.getId();
            shown.put(id.getTag("kpi") + " " + id.getTag("axis") + " " + id.getTag("key"), gauge.value());
        });
        return shown;
    }
}
