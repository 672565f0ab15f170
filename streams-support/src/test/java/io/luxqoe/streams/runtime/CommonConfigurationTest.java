package io.luxqoe.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import example.sensor.Reading;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.RegistryUnavailableException;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

class CommonConfigurationTest {

    @Test
    void theCommonSettingsHold() {
        Properties streams = streamsConfig();

        assertThat(streams)
                .containsEntry("application.id", "test-service")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("ensure.explicit.internal.resource.naming", "true")
                .containsEntry("replication.factor", "-1")
                .containsEntry("lux.rocksdb.cache", Long.toString(64L << 20))
                .doesNotContainKey("group.instance.id")
                .doesNotContainKey("topic.min.insync.replicas");
    }

    @Test
    void theSecondDocumentOfTheServiceOverridesThemAndTheImportingOneDoesNot() {
        assertThat(streamsConfig()).containsEntry("commit.interval.ms", "777").containsEntry("max.poll.records", "200");
    }

    @ParameterizedTest
    @CsvSource({
        "--spring.kafka.streams.properties.commit.interval.ms=5, commit.interval.ms, 5",
        "--spring.kafka.streams.properties[producer.linger.ms]=5, producer.linger.ms, 5",
        "--spring.kafka.streams.properties.max.poll.records=5, max.poll.records, 5",
        "--spring.kafka.streams.state-dir=/var/lib/lux, state.dir, /var/lib/lux",
        "--lux.instance-id=kpi-1, group.instance.id, kpi-1",
        "--lux.instance.address=kpi-1:80, application.server, kpi-1:80",
        "--server.port=81, application.server, 127.0.0.1:81",
        "--lux.kafka.replication-factor=3, replication.factor, 3",
        "--lux.kafka.min-insync-replicas=2, topic.min.insync.replicas, 2",
        "--lux.rocksdb.cache=1MB, lux.rocksdb.cache, 1048576",
        "--lux.service=tester, lux.service, tester",
        "--lux.dead-letter.topic=morgue, lux.dead-letter.topic, morgue",
    })
    void theCommandLineOverridesAll(String argument, String name, String value) {
        assertThat(streamsConfig(argument)).containsEntry(name, value);
    }

    @Test
    void theSerdesAreThoseOfTheSettings() {
        try (ConfigurableApplicationContext service = TestApplication.run()) {
            assertThat(service.getBean(AvroSerdes.class)
                            .forValue(Reading.class)
                            .serializer()
                            .serialize("readings", reading()))
                    .isNotEmpty();
        }
        try (ConfigurableApplicationContext service = TestApplication.run(
                "--lux.avro.properties.schema.registry.url=http://127.0.0.1:1",
                "--lux.avro.properties.[lux.registry.retry-for]=PT0S")) {
            AvroSerdes serdes = service.getBean(AvroSerdes.class);
            assertThatThrownBy(() -> serdes.forValue(Reading.class).serializer().serialize("readings", reading()))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lux.instance-id, 'a b', letters",
        "lux.instance.address, kpi-1, <host>:<port>",
        "lux.query.call-timeout, 0s, longer than or equal to",
        "lux.query.timeout, 1d, shorter than or equal to",
        "lux.query.max-concurrent, 0, greater than or equal to 1",
        "lux.dead-letter.topic, 'a/b', letters",
        "lux.kafka.replication-factor, -2, greater than or equal to 1",
        "lux.kafka.replication-factor, three, to int",
        "lux.kafka.min-insync-replicas, 0, greater than or equal to 1",
        "lux.rocksdb.cache, much, much",
        "lux.streams.close-timeout, 0s, longer than or equal to",
        "lux.avro.serializer, '', blank",
    })
    void aBadValueStopsTheStartAndIsNamed(String name, String value, String why) {
        assertThatThrownBy(() -> TestApplication.run("--" + name + "=" + value))
                .satisfies(failure -> assertThat(messages(failure))
                        .containsIgnoringCase(name.replace("-", "").substring("lux.".length()))
                        .contains(why));
    }

    @Test
    void aSerializerThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> TestApplication.run("--lux.avro.serializer=no.such.Serializer"))
                .hasRootCauseInstanceOf(ConfigException.class)
                .rootCause()
                .hasMessageContaining("lux.avro.serializer");
    }

    /** Of all causes, without hyphens: the first to tell writes a name as in Java, the second as in properties. */
    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString().replace("-", "");
    }

    private static Properties streamsConfig(String... arguments) {
        try (ConfigurableApplicationContext service = TestApplication.run(arguments)) {
            Properties config = service.getBean(StreamsBuilderFactoryBean.class).getStreamsConfiguration();
            assertThat(config).isNotNull();
            return config;
        }
    }

    private static Reading reading() {
        return Reading.newBuilder().setSensor("s1").setAt(Instant.EPOCH).build();
    }
}
