package io.luxqoe.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class CatalogueConfigurationTest {

    private static final String OWN =
            """
            kpis:
              - id: voice.own
                name: Own
                family: voice
                formula: answered
                unit: "1"
                direction: neutral
                clause: operator's own
                description: Own.
                minimumSamples: 0
                samples: seizures
            """;

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(CatalogueConfiguration.class);

    @TempDir
    Path folder;

    @Test
    void theCatalogueIsTheShippedOneUnlessConfigured() {
        service.run(context -> assertThat(context.getBean(KpiCatalogue.class).all())
                .extracting(Kpi::id)
                .isEqualTo(KpiCatalogue.standard().all().stream().map(Kpi::id).toList()));
    }

    @Test
    void aFileOfOnesOwnStandsInForTheShippedOneOrBesideIt() throws IOException {
        String own = Files.writeString(folder.resolve("own.yml"), OWN).toUri().toString();

        service.withPropertyValues("lux.kpi.catalogue=" + own)
                .run(context -> assertThat(context.getBean(KpiCatalogue.class).all())
                        .extracting(Kpi::id)
                        .containsExactly("voice.own"));
        service.withPropertyValues("lux.kpi.catalogue=classpath:kpi-catalogue.yml," + own)
                .run(context -> assertThat(context.getBean(KpiCatalogue.class).all())
                        .extracting(Kpi::id)
                        .hasSize(KpiCatalogue.standard().all().size() + 1)
                        .endsWith("voice.own"));
    }

    @Test
    void aWrongCatalogueStopsTheStartAndSaysWhere() throws IOException {
        String own = Files.writeString(folder.resolve("own.yml"), OWN.replace("answered", "answers"))
                .toUri()
                .toString();

        service.withPropertyValues("lux.kpi.catalogue=" + own).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("own.yml: KPI voice.own: formula: column 1: no measurement answers"));
        service.withPropertyValues("lux.kpi.catalogue=file:/nowhere/kpis.yml").run(context -> assertThat(context)
                .getFailure()
                .hasMessageContaining("lux.kpi.catalogue: file:/nowhere/kpis.yml cannot be read"));
        service.withPropertyValues("lux.kpi.catalogue=")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("catalogue"));
    }
}
