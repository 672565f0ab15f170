package io.luxqoe.streams.runtime;

import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Gives the streams what a properties file cannot say: settings that may be absent, and who hears of failures. */
final class StreamsConfigurer implements StreamsBuilderFactoryBeanConfigurer {

    private final RuntimeSettings settings;
    private final ThreadReplacement failures;
    private final StreamsState state;
    private final StoreLoading loading;

    StreamsConfigurer(RuntimeSettings settings, ThreadReplacement failures, StreamsState state, StoreLoading loading) {
        this.settings = settings;
        this.failures = failures;
        this.state = state;
        this.loading = loading;
    }

    @Override
    public void configure(StreamsBuilderFactoryBean factory) {
        Properties config = Objects.requireNonNullElseGet(factory.getStreamsConfiguration(), Properties::new);
        put(config, "lux.service", settings.service());
        put(config, "lux.dead-letter.topic", settings.deadLetter().topic());
        put(config, BoundedRocksDb.CACHE, settings.rocksdb().cache().toBytes());
        put(config, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId());
        put(config, StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.kafka().replicationFactor());
        put(
                config,
                StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                settings.kafka().minInsyncReplicas());
        factory.setStreamsConfiguration(config);

        factory.setCloseTimeout((int) settings.streams().closeTimeout().toSeconds());
        // a static member keeps its place for the session's time; any other's work is to go to the rest at once
        factory.setLeaveGroupOnClose(settings.instanceId() == null);
        factory.setStreamsUncaughtExceptionHandler(failures);
        factory.setStateListener(state);
        factory.setStateRestoreListener(loading);
        factory.addListener(state);
    }

    private static void put(Properties config, String name, @Nullable Object value) {
        if (value != null) {
            config.put(name, value.toString());
        }
    }
}
