package io.luxqoe.enrichment;

import io.luxqoe.enrichment.correlation.CorrelationOptions;
import io.luxqoe.enrichment.correlation.CorrelationTopology;
import io.luxqoe.enrichment.join.EnrichmentTopology;
import io.luxqoe.enrichment.missing.MissedKeys;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
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
    MissedKeys missedKeys(EnrichmentSettings settings, InstantSource clock) {
        return new MissedKeys(settings.missingPeriod(), clock);
    }

    @Bean
    EnrichmentTopology enrichmentTopology(
            StreamsBuilder builder,
            AvroSerdes serdes,
            MeterRegistry registry,
            MissedKeys missedKeys,
            EnrichmentSettings settings) {
        CorrelationOptions correlation = settings.correlation().options();
        EnrichmentTopology topology = new EnrichmentTopology(
                serdes,
                new EnrichmentMetrics(registry, missedKeys),
                settings.singleEvents(),
                settings.parking().options(),
                correlation.enabled()
                        ? new CorrelationTopology(serdes, correlation, new CorrelationMetrics(registry))
                        : null,
                settings.subscribersCached());
        topology.addTo(builder);
        return topology;
    }
}
