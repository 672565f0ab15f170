package io.luxqoe.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import example.sensor.Reading;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.AvroSerializer;
import io.luxqoe.streams.avro.FakeRegistry;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;

/** A service as it is started, on a real broker, exactly once. */
class StreamsServiceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final TestBroker BROKER =
            TestBroker.withTopics(TestService.READINGS, TestService.CHECKED, TestService.LIMITS, TestService.LETTERS);

    private final FakeRegistry registry = new FakeRegistry();
    private final AvroSerdes serdes = new AvroSerdes(Map.of("schema.registry.url", registry.url()));
    private final Consumer<byte[], byte[]> checkedReader = BROKER.reader(TestService.CHECKED);
    private final Consumer<byte[], byte[]> letterReader = BROKER.reader(TestService.LETTERS);
    private final List<String> checked = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();

    private final byte[] key;

    @TempDir
    private Path stateFolder;

    private ConfigurableApplicationContext service;

    StreamsServiceIT(TestInfo test) {
        key = octets(test.getDisplayName());
    }

    @AfterAll
    static void stopBroker() throws Exception {
        BROKER.close();
    }

    @BeforeEach
    void startService() {
        service = TestApplication.run(
                TestService.class,
                "--spring.kafka.bootstrap-servers=" + BROKER.bootstrapServers(),
                "--spring.kafka.streams.auto-startup=true",
                "--spring.kafka.streams.state-dir=" + stateFolder,
                "--spring.kafka.streams.properties.[consumer.session.timeout.ms]=6000",
                "--lux.instance-id=test-1",
                "--lux.avro.properties.[schema.registry.url]=" + registry.url(),
                "--lux.avro.properties.[lux.registry.retry-for]=PT0S");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status()).isEqualTo("UP"));
    }

    @AfterEach
    void stopService() {
        service.close();
        registry.close();
        checkedReader.close();
        letterReader.close();
    }

    @Test
    void kafkasMetricsAreBound() {
        MeterRegistry meters = service.getBean(MeterRegistry.class);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(meters.getMeters())
                .map(meter -> meter.getId().getName())
                .contains("kafka.stream.client.state", "kafka.stream.thread.process.rate"));
    }

    @Test
    void theMembershipIsStatic() throws Exception {
        try (Admin admin = BROKER.admin()) {
            Map<String, ConsumerGroupDescription> groups =
                    admin.describeConsumerGroups(List.of("test-service")).all().get();
            assertThat(groups.values())
                    .flatMap(ConsumerGroupDescription::members)
                    .map(MemberDescription::groupInstanceId)
                    .containsExactly(Optional.of("test-1-1"));
        }
    }

    @Test
    void whatCannotBeReadIsALetterInTheTransaction() throws Exception {
        BROKER.send(TestService.READINGS, key, octets("no record"));
        BROKER.send(TestService.READINGS, key, reading("good"));

        awaitOutput(1, 1);

        assertThat(checked).containsExactly("good");
        assertThat(letters.get(0).value()).isEqualTo(octets("no record"));
        assertThat(header(DeadLetterHeaders.ERROR_CLASS)).isEqualTo("malformed-record");
    }

    @Test
    void whatFailsAfterSomethingWasSentIsReadAgain() throws Exception {
        BROKER.send(TestService.READINGS, key, reading(TestService.FAILS));

        awaitOutput(1, 1);

        assertThat(letters.get(0).key()).isEqualTo(key);
        assertThat(letters.get(0).value()).isEqualTo(reading(TestService.FAILS));
        assertThat(header(DeadLetterHeaders.ERROR_CLASS)).isEqualTo("processing-failed");
    }

    @Test
    void aGlobalTableBuriesWhatItCannotReadOrProcessAndGoesOn() throws Exception {
        BROKER.send(TestService.LIMITS, key, octets("no record"));
        BROKER.send(TestService.LIMITS, key, reading(TestService.FAILS));

        awaitOutput(0, 2);

        assertThat(letters).map(ConsumerRecord::value).containsExactly(octets("no record"), reading(TestService.FAILS));
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void anOutageOfTheRegistryDelaysAndBuriesNothing() throws Exception {
        byte[] before = reading("before");
        byte[] delayed = readingOfAnotherSchema("delayed");
        byte[] after = reading("after");
        BROKER.send(TestService.READINGS, key, before);
        awaitOutput(1, 0);
        registry.next(503, "").next(503, "");

        BROKER.send(TestService.READINGS, key, delayed);
        BROKER.send(TestService.READINGS, key, after);

        awaitOutput(3, 0);
        assertThat(checked).containsExactly("before", "delayed", "after");
        assertThat(service.getBean(ThreadReplacement.class).last())
                .extracting(ThreadReplacement.Failure::inARow)
                .isEqualTo(2);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(status()).isEqualTo("UP"));
    }

    @Test
    void aGlobalTableThatCannotGoOnEndsTheLifeOfTheProcessAndBuriesNothing() throws Exception {
        byte[] ofAnotherSchema = readingOfAnotherSchema("limit");
        registry.next(503, "");

        BROKER.send(TestService.LIMITS, key, ofAnotherSchema);

        ApplicationAvailability availability = service.getBean(ApplicationAvailability.class);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(availability.getLivenessState()).isEqualTo(LivenessState.BROKEN));
        assertThat(status()).isEqualTo("DOWN");
        awaitOutput(0, 0);
    }

    /** Letters of other tests are left out: each service reads the broken limits of the tests before. */
    private void awaitOutput(int checkedRecords, int deadLetters) {
        // a thread that is replaced ends by throwing what failed
        await().dontCatchUncaughtExceptions().atMost(PATIENCE).untilAsserted(() -> {
            checkedReader
                    .poll(Duration.ofMillis(100))
                    .forEach(record -> checked.add(serdes.forValue(Reading.class)
                            .deserializer()
                            .deserialize(record.topic(), record.value())
                            .getSensor()));
            letterReader.poll(Duration.ofMillis(100)).forEach(letter -> {
                if (Arrays.equals(letter.key(), key)) {
                    letters.add(letter);
                }
            });
            assertThat(checked).hasSize(checkedRecords);
            assertThat(letters).hasSize(deadLetters);
        });
    }

    private String status() {
        HealthDescriptor health = service.getBean(HealthEndpoint.class).healthForPath("streams");
        return health == null ? "none" : health.getStatus().getCode();
    }

    private String header(String name) {
        return new String(letters.get(0).headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private byte[] reading(String sensor) {
        return serdes.forValue(Reading.class)
                .serializer()
                .serialize(
                        TestService.READINGS,
                        Reading.newBuilder()
                                .setSensor(sensor)
                                .setAt(Instant.EPOCH)
                                .build());
    }

    private byte[] readingOfAnotherSchema(String sensor) {
        Schema schema = new Schema.Parser()
                .parse(
                        """
                        {"type": "record", "name": "Reading", "namespace": "example.sensor", "fields": [
                          {"name": "sensor", "type": "string"}, {"name": "at", "type": "long"}
                        ]}""");
        AvroSerializer serializer = new AvroSerializer();
        serializer.configure(Map.of("schema.registry.url", registry.url()), false);
        GenericContainer reading = new GenericRecordBuilder(schema)
                .set("sensor", sensor)
                .set("at", 0L)
                .build();
        return Objects.requireNonNull(serializer.serialize(TestService.READINGS, reading));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
