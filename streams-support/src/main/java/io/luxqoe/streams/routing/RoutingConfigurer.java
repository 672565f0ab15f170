package io.luxqoe.streams.routing;

import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Tells the group where this instance can be asked, and the routing when the streams run. */
final class RoutingConfigurer implements StreamsBuilderFactoryBeanConfigurer {

    private final @Nullable InstanceAddress self;
    private final RunningStreams streams;

    RoutingConfigurer(@Nullable InstanceAddress self, RunningStreams streams) {
        this.self = self;
        this.streams = streams;
    }

    @Override
    public void configure(StreamsBuilderFactoryBean factory) {
        if (self != null) {
            Properties config = Objects.requireNonNullElseGet(factory.getStreamsConfiguration(), Properties::new);
            config.putIfAbsent(StreamsConfig.APPLICATION_SERVER_CONFIG, self.toString());
            factory.setStreamsConfiguration(config);
        }
        factory.addListener(streams);
    }
}
