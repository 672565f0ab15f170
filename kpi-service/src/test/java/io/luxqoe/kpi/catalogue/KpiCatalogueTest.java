package io.luxqoe.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.luxqoe.schemas.KpiValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KpiCatalogueTest {

    private static final String CONVERSION =
            """
              - id: shop.conversion
                name: Conversion
                family: shop
                formula: sales / visits
                unit: "1"
                direction: higher-is-better
                clause: operator's own
                description: Share of the visits with a sale.
                minimumSamples: 10
                samples: visits
            """;
    private static final String WAIT =
            """
              - id: shop.wait-p95
                name: Wait
                family: shop
                formula: percentile(waitMs, 95) / 1000
                unit: s
                direction: lower-is-better
                clause: operator's own
                description: 95 % wait no longer.
                minimumSamples: 0
                samples: count(waitMs)
            """;

    @Test
    void aKpiIsReadAsItIsWritten() {
        KpiCatalogue catalogue = read("kpis:\n" + CONVERSION + WAIT);

        assertThat(catalogue.all()).extracting(Kpi::id).containsExactly("shop.conversion", "shop.wait-p95");
        Kpi conversion = catalogue.named("shop.conversion").orElseThrow();
        assertThat(conversion.name()).isEqualTo("Conversion");
        assertThat(conversion.family()).isSameAs(FakeFamily.SHOP);
        assertThat(conversion.formula()).isEqualTo("sales / visits");
        assertThat(conversion.unit()).isEqualTo("1");
        assertThat(conversion.direction()).isEqualTo(Kpi.Direction.HIGHER_IS_BETTER);
        assertThat(conversion.clause()).isEqualTo("operator's own");
        assertThat(conversion.description()).isEqualTo("Share of the visits with a sale.");
        assertThat(conversion.minimumSamples()).isEqualTo(10);
        assertThat(conversion.samples().text()).isEqualTo("visits");
        assertThat(catalogue.named("shop.nothing")).isEmpty();
        assertThat(catalogue.ofFamily("voice")).isEmpty();
    }

    @Test
    void theValuesOfAFamilyAreThoseOfItsKpisInTheirOrder() {
        KpiCatalogue catalogue = read("kpis:\n" + CONVERSION + WAIT);
        FakeMeasured measured = new FakeMeasured(FakeFamily.SHOP)
                .with("visits", 10)
                .with("sales", 4)
                .values("waitMs", 500L, 1500L);

        assertThat(catalogue.valuesOf(FakeFamily.SHOP, measured))
                .containsExactly(
                        new KpiValue("shop.conversion", 0.4, 10L, null, false),
                        new KpiValue("shop.wait-p95", 1.5, 2L, null, false));
    }

    @Test
    void aValueOfFewerSamplesThanItNeedsSaysSo() {
        KpiCatalogue catalogue = read("kpis:\n" + CONVERSION + WAIT);
        FakeMeasured measured =
                new FakeMeasured(FakeFamily.SHOP).with("visits", 9).with("sales", 9);

        assertThat(catalogue.valuesOf(FakeFamily.SHOP, measured))
                .containsExactly(
                        new KpiValue("shop.conversion", 1.0, 9L, null, true),
                        new KpiValue("shop.wait-p95", null, 0L, null, false));
    }

    @Test
    void samplesThatTheirFormulaDoesNotGiveAreNone() {
        String absent = CONVERSION.replace("samples: visits", "samples: visits / 0");
        String negative = CONVERSION
                .replace("samples: visits", "samples: sales - visits")
                .replace("shop.conversion", "shop.other");
        FakeMeasured measured =
                new FakeMeasured(FakeFamily.SHOP).with("visits", 9).with("sales", 3);

        assertThat(read("kpis:\n" + absent + negative).valuesOf(FakeFamily.SHOP, measured))
                .extracting(KpiValue::getSamples)
                .containsExactly(0L, 0L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id: shop.conversion      | id: Shop.Conversion        | KPI Shop.Conversion: id: 'Shop.Conversion' is not lower-case words",
                "id: shop.conversion      | id: voice.conversion       | KPI voice.conversion: id: the id of a KPI of family shop begins with shop.",
                "id: shop.conversion      | id: [shop]                 | KPI number 1: id: it is a text",
                "id: shop.conversion      | nothing: x                 | KPI number 1: nothing: no such field; there are [id, name,",
                "name: Conversion         | name: ' '                  | KPI shop.conversion: name: it is missing",
                "name: Conversion         | name:                      | KPI shop.conversion: name: it is missing",
                "name: Conversion         | Name: Conversion           | KPI shop.conversion: Name: no such field",
                "name: Conversion         | name: {a: b}               | KPI shop.conversion: name: it is a text",
                "family: shop             | family: shops              | KPI shop.conversion: family: no family shops; there are [shop]",
                "formula: sales / visits  | formula: sales / visit     | KPI shop.conversion: formula: column 9: no measurement visit in family shop",
                "formula: sales / visits  | formula: sales visits      | KPI shop.conversion: formula: column 7: an operator is missing",
                "formula: sales / visits  | formula: [sales]           | KPI shop.conversion: formula: it is a text",
                "samples: visits          | samples: count(visits)     | KPI shop.conversion: samples: column 7: visits is a sum",
                "unit: \"1\"              | unit: per cent             | KPI shop.conversion: unit: 'per cent' is not a UCUM unit",
                "direction: higher-is-better | direction: up           | KPI shop.conversion: direction: 'up' is none of [higher-is-better, lower-is-better, neutral]",
                "minimumSamples: 10       | minimumSamples: -1         | KPI shop.conversion: minimumSamples: a whole number from 0",
                "minimumSamples: 10       | minimumSamples: 2.5        | KPI shop.conversion: minimumSamples: a whole number from 0",
                "minimumSamples: 10       | minimumSamples: many       | KPI shop.conversion: minimumSamples: a whole number from 0",
                "clause: operator's own   | note: none                 | KPI shop.conversion: note: no such field"
            })
    void anErrorNamesFileKpiAndField(String right, String wrong, String message) {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> read("kpis:\n" + CONVERSION.replace(right, wrong)))
                .withMessageStartingWith("kpis.yml: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                       | kpis.yml: the file is a list of KPIs",
                "kpis: x                  | kpis.yml: the file is a list of KPIs",
                "'[]'                     | kpis.yml: the file is a list of KPIs",
                "'{kpis: [], more: 1}'    | kpis.yml: the file is a list of KPIs",
                "'kpis: [x]'              | kpis.yml: KPI number 1: it is no KPI",
                "'kpis: [[]]'             | kpis.yml: KPI number 1: it is no KPI",
                "'kpis: [a: {b]'          | kpis.yml: ",
                "'{kpis: [], kpis: []}'   | kpis.yml: Duplicate"
            })
    void aFileThatIsNoCatalogueIsRefused(String yaml, String message) {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> read(yaml))
                .withMessageStartingWith(message);
    }

    @Test
    void aFieldThatIsThereTwiceIsRefusedWithItsLine() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> read("kpis:\n" + CONVERSION + "    unit: s\n"))
                .withMessageContaining("unit")
                .withMessageContaining("line 12");
    }

    @Test
    void allErrorsOfAllFilesAreSaidAtOnce() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(
                "a.yml",
                octets("kpis:\n" + CONVERSION.replace("sales /", "sale /") + WAIT.replace("unit: s", "unit:")));
        files.put("b.yml", octets("none"));

        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> KpiCatalogue.read(files, List.of(FakeFamily.SHOP)))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines())
                        .satisfiesExactly(
                                line -> assertThat(line).startsWith("a.yml: KPI shop.conversion: formula: column 1: "),
                                line -> assertThat(line).isEqualTo("a.yml: KPI shop.wait-p95: unit: it is missing"),
                                line -> assertThat(line).startsWith("b.yml: the file is")));
    }

    @Test
    void filesAddUpAndNoKpiIsDefinedTwice() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a.yml", octets("kpis:\n" + CONVERSION));
        files.put("b.yml", octets("kpis:\n" + WAIT));
        assertThat(KpiCatalogue.read(files, List.of(FakeFamily.SHOP)).all())
                .extracting(Kpi::id)
                .containsExactly("shop.conversion", "shop.wait-p95");

        files.put("c.yml", octets("kpis:\n" + CONVERSION));
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> KpiCatalogue.read(files, List.of(FakeFamily.SHOP)))
                .withMessage("c.yml: KPI shop.conversion: id: it is defined in a.yml already");
    }

    private static KpiCatalogue read(String yaml) {
        return KpiCatalogue.read(Map.of("kpis.yml", octets(yaml)), List.of(FakeFamily.SHOP));
    }

    private static byte[] octets(String yaml) {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }
}
