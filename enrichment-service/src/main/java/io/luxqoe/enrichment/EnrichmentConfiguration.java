package io.luxqoe.enrichment;

import io.luxqoe.enrichment.join.EnrichmentTopology;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.StreamsBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;

/** Gives the topology its serdes, its metrics and its settings. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
@EnableConfigurationProperties(EnrichmentSettings.class)
class EnrichmentConfiguration {
    @Bean
    EnrichmentTopology enrichmentTopology(
            StreamsBuilder builder, AvroSerdes serdes, MeterRegistry registry, EnrichmentSettings settings) {
        EnrichmentTopology topology =
                new EnrichmentTopology(serdes, new EnrichmentMetrics(registry), settings.singleEvents());
        topology.addTo(builder);
        return topology;
    }
}
