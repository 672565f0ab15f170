package io.luxqoe.streams.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Adds to a Boot application with {@code @EnableKafkaStreams} what its interactive queries need. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({InstanceSettings.class, RoutingSettings.class})
class RoutingAutoConfiguration {

    @Bean
    RunningStreams runningStreams() {
        return new RunningStreams();
    }

    @Bean
    RoutingConfigurer routingConfigurer(InstanceSettings instance, Environment environment, RunningStreams streams) {
        return new RoutingConfigurer(instance.reachableAt(environment), streams);
    }

    /** Lazy, since a service that asks no other instance needs no HTTP client. */
    @Bean
    @Lazy
    Routing routing(
            RunningStreams streams,
            InstanceSettings instance,
            Environment environment,
            RoutingSettings settings,
            ObjectProvider<MeterRegistry> meters) {
        return new Routing(
                streams,
                instance.reachableAt(environment),
                settings,
                JsonMapper.builder().build(),
                meters.getIfAvailable(() -> Metrics.globalRegistry));
    }
}
