package io.luxqoe.kpi.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KpiDocsTest {

    private static final Path TEMPLATE = Path.of("src", "docs", "kpis.md");
    private static final Path PAGE = Path.of("..", "docs", "kpis.md");

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
