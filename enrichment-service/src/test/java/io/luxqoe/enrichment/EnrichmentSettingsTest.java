package io.luxqoe.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class EnrichmentSettingsTest {
    @Test
    void singleEventsAreOffUnlessSwitchedOn() {
        assertThat(bound(Map.of()).singleEvents()).isFalse();
        assertThat(bound(Map.of("lux.enrichment.single-events", "true")).singleEvents())
                .isTrue();
    }

    @Test
    void whatIsNeitherTrueNorFalseIsRefusedByTheNameOfTheProperty() {
        assertThatThrownBy(() -> bound(Map.of("lux.enrichment.single-events", "perhaps")))
                .isInstanceOf(BindException.class)
                .hasMessageContaining("lux.enrichment.single-events");
    }

    private static EnrichmentSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("lux.enrichment", EnrichmentSettings.class);
    }
}
