package io.luxqoe.decoder;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.identity.DeadLetterCipher;
import io.luxqoe.decoder.identity.PseudonymKeys;
import io.luxqoe.decoder.rest.SourceReader;
import io.luxqoe.decoder.stream.DecoderTopology;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.deadletter.LetterSeal;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

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
        LOG.info(
                "Pseudonyms are made with the key {}{}",
                keys.active().id(),
                keys.previous()
                        .map(key -> ", subscribers with the key " + key.id() + " too")
                        .orElse(""));
        return keys;
    }

    /** Every dead letter is encrypted where that is configured: those of the decoder and of the handlers alike. */
    @Bean
    StreamsBuilderFactoryBeanConfigurer letterSeal(DecoderSettings settings, PseudonymKeys keys) {
        return factory -> {
            if (settings.deadLetter().encryption() == DecoderSettings.DeadLetter.Encryption.AES_GCM) {
                Properties config = Objects.requireNonNullElseGet(factory.getStreamsConfiguration(), Properties::new);
                config.put(LetterSeal.CONFIG, new EncryptedLetters(new DeadLetterCipher(keys)));
                factory.setStreamsConfiguration(config);
            }
        };
    }

    @Bean
    SourceReader sourceReader(StreamsBuilderFactoryBean factory) {
        return new StreamsSourceReader(factory);
    }

    @Bean
    DecoderTopology decoderTopology(
            StreamsBuilder builder,
            AvroSerdes serdes,
            MeterRegistry registry,
            SourceReader sources,
            PseudonymKeys keys,
            DecoderSettings settings) {
        DecodingRules rules = new DecodingRules(
                keys, settings.pseudonym().cacheSize(), settings.numbering().rules(), settings.tolerance());
        DecoderTopology topology =
                new DecoderTopology(serdes, rules, settings.options(), new DecoderMetrics(registry, sources));
        topology.addTo(builder);
        return topology;
    }
}
