package io.luxqoe.streams.runtime;

import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** Adds to a Boot application with {@code @EnableKafkaStreams} what the services have in common. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({AvroSettings.class, RuntimeSettings.class})
class StreamsRuntimeAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    AvroSerdes avroSerdes(AvroSettings settings) {
        return settings.serdes();
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ThreadReplacement threadReplacement(Clock clock) {
        return new ThreadReplacement(clock, pause -> Thread.sleep(pause.toMillis()));
    }

    @Bean
    StreamsState streamsState(ApplicationContext application) {
        return new StreamsState(application);
    }

    @Bean
    StoreLoading storeLoading(MeterRegistry meters) {
        return new StoreLoading(meters);
    }

    @Bean
    StreamsConfigurer streamsConfigurer(
            RuntimeSettings settings, ThreadReplacement failures, StreamsState state, StoreLoading loading) {
        return new StreamsConfigurer(settings, failures, state, loading);
    }

    @Bean
    @ConditionalOnBean(StreamsBuilderFactoryBean.class)
    StreamsHealthIndicator streamsHealthIndicator(
            StreamsState state, ThreadReplacement failures, StoreLoading loading) {
        return new StreamsHealthIndicator(state, failures, loading);
    }
}
