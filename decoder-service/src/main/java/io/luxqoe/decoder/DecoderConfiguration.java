package io.luxqoe.decoder;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.identity.PseudonymKeys;
import io.luxqoe.decoder.stream.DecoderTopology;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.StreamsBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.annotation.EnableKafkaStreams;

/** Gives the topology its serdes, its key, its metrics and its settings. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
@EnableConfigurationProperties(DecoderSettings.class)
class DecoderConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(DecoderConfiguration.class);

    @Bean
    PseudonymKeys pseudonymKeys(DecoderSettings settings, Environment environment) {
        PseudonymKeys keys =
                KeySource.keys(settings.pseudonym().keyFile(), environment.getProperty(KeySource.VARIABLE));
        LOG.info("Pseudonyms are made with the key {}", keys.active().id());
        return keys;
    }

    @Bean
    DecoderTopology decoderTopology(
            StreamsBuilder builder,
            AvroSerdes serdes,
            MeterRegistry registry,
            PseudonymKeys keys,
            DecoderSettings settings) {
        DecodingRules rules = new DecodingRules(
                keys, settings.pseudonym().cacheSize(), settings.numbering().rules(), settings.tolerance());
        DecoderTopology topology = new DecoderTopology(serdes, rules, settings.options(), new DecoderMetrics(registry));
        topology.addTo(builder);
        return topology;
    }
}
