package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.MeasurementFamilies;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/** Reads the catalogue at the start, which ends if a formula is wrong. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogueSettings.class)
class CatalogueConfiguration {

    @Bean
    KpiCatalogue kpiCatalogue(CatalogueSettings settings, ResourceLoader resources) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String location : settings.catalogue()) {
            files.put(location, octets(resources, location));
        }
        return KpiCatalogue.read(files, MeasurementFamilies.all());
    }

    private static byte[] octets(ResourceLoader resources, String location) {
        try {
            return resources.getResource(location).getContentAsByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("lux.kpi.catalogue: " + location + " cannot be read", e);
        }
    }
}
