package io.luxqoe.streams.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/**
 * The streams settings of {@code lux-streams.yml}, so that a test runs its topology with those of the service; but at
 * least once, since a {@code TopologyTestDriver} has no transactions to show.
 */
public final class CommonSettings {

    private CommonSettings() {}

    /** The settings of the service {@code applicationId}. */
    public static Properties of(String applicationId) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new MapPropertySource(
                "test",
                Map.of(
                        "spring.application.name",
                        applicationId,
                        "java.io.tmpdir",
                        System.getProperty("java.io.tmpdir"))));
        try {
            new YamlPropertySourceLoader()
                    .load("lux-streams", new ClassPathResource("lux-streams.yml"))
                    .forEach(sources::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Properties settings = new Properties();
        settings.putAll(
                new Binder(ConfigurationPropertySources.from(sources), new PropertySourcesPlaceholdersResolver(sources))
                        .bind("spring.kafka.streams.properties", Bindable.mapOf(String.class, String.class))
                        .get());
        // under exactly once the driver's producer forgets the dead letter of a record that cannot be read (4.3.1)
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
        return settings;
    }

    /** A builder that knows {@code settings}, as Spring's does: without them it lets generated names pass. */
    public static StreamsBuilder builder(Properties settings) {
        return new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
    }
}
