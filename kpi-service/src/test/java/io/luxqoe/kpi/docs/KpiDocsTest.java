package io.luxqoe.kpi.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.axis.Dimension;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KpiDocsTest {

    private static final Path TEMPLATE = Path.of("src", "docs", "kpis.md");
    private static final Path PAGE = Path.of("..", "docs", "kpis.md");

    /** A row of the table of dimensions: ids, value, example, families. */
    private static final Pattern DIMENSIONS =
            Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|[^|]*\\|[^|]*\\| ([a-z, ]+) \\|$");

    private static final List<String> FAMILIES = List.of("voice", "messaging", "data", "video");

    private final KpiDocs docs = new KpiDocs(KpiCatalogue.standard(), MeasurementFamilies.all());

    @Test
    void thePageOfTheIndicatorsIsWhatTheTemplateTheCatalogueAndTheFamiliesGive() throws IOException {
        String page = docs.page(Files.readString(TEMPLATE));
        if (Boolean.getBoolean("lux.docs.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/kpis.md is generated from kpi-service/src/docs/kpis.md, kpi-catalogue.yml and the families."
                        + " Write it anew: mvn test -pl kpi-service -am -Dtest=KpiDocsTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dlux.docs.write=true")
                .isEqualTo(page);
    }

    @Test
    void theTableOfAxesNamesEachDimensionWithItsFamilies() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = DIMENSIONS.matcher(Files.readString(TEMPLATE));
        while (row.find()) {
            for (String id : row.group(1).split(", ")) {
                documented.put(id.replace("`", ""), row.group(2));
            }
        }

        assertThat(documented)
                .isEqualTo(Arrays.stream(Dimension.values())
                        .collect(Collectors.toMap(
                                Dimension::id, KpiDocsTest::families, (one, other) -> one, TreeMap::new)));
    }

    private static String families(Dimension dimension) {
        Axis axis = Axis.of(dimension.id(), 1);
        List<String> families = FAMILIES.stream().filter(axis::appliesTo).toList();
        return families.equals(FAMILIES) ? "all" : String.join(", ", families);
    }

    @Test
    void aTemplateWithoutAPlaceForAFamilyIsRefused() throws IOException {
        String template = Files.readString(TEMPLATE).replace("<!-- kpis voice -->\n", "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> docs.page(template))
                .withMessage("no line <!-- kpis voice --> in the template");
    }

    @Test
    void aPlaceForAFamilyThatThereIsNotIsRefused() throws IOException {
        String template = Files.readString(TEMPLATE) + "<!-- measurements roaming -->\n";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> docs.page(template))
                .withMessage("no family roaming");
    }
}
