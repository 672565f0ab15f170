package io.luxqoe.kpi.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.export.ExportSettings.Export;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

class ExportSettingsTest {

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(ExportSettings.class)
    static class Settings {}

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void nothingIsExportedUnlessConfigured() {
        service.run(context ->
                assertThat(context.getBean(ExportSettings.class).exported()).isEmpty());
    }

    @Test
    void anExportNamesKpiAxisAndWindow() {
        service.withPropertyValues(
                        "lux.kpi.exported[0].kpi=voice.asr",
                        "lux.kpi.exported[0].axis=region",
                        "lux.kpi.exported[0].window=PT1M")
                .run(context -> assertThat(context.getBean(ExportSettings.class).exported())
                        .containsExactly(new Export("voice.asr", "region", "PT1M")));
    }

    @Test
    void anExportWithoutItsWindowStopsTheStart() {
        service.withPropertyValues("lux.kpi.exported[0].kpi=voice.asr", "lux.kpi.exported[0].axis=region")
                .run(context ->
                        assertThat(context).getFailure().rootCause().hasMessageContaining("exported[0].window"));
    }
}
