package io.luxqoe.streams.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import example.sensor.Reading;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.RegistryUnavailableException;
import io.luxqoe.streams.testing.TopologyStory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterTest {

    private static final AvroSerdes SERDES = AvroSerdes.mock("dead-letters");
    private static final Topic<String, Reading> READINGS =
            new Topic<>("readings", Serdes.String(), SERDES.forValue(Reading.class));
    private static final Topic<String, Reading> CHECKED =
            new Topic<>("checked", Serdes.String(), SERDES.forValue(Reading.class));
    private static final Topic<byte[], byte[]> LETTERS =
            new Topic<>("lux.test.dead-letter.v1", Serdes.ByteArray(), Serdes.ByteArray());

    private static final byte[] KEY = octets("key");
    private static final byte[] NO_RECORD = octets("no record, but 0612345678");

    @Test
    void whatCannotBeReadIsALetterByteForByteAndTheNextIsProcessed() {
        try (TopologyStory story = story(reading -> reading)) {
            story.givenOctets(READINGS, KEY, NO_RECORD)
                    .given(READINGS, "s1", reading("s1"))
                    .expect(LETTERS)
                    .toSatisfyExactly(letter -> {
                        assertThat(letter.key()).isEqualTo(KEY);
                        assertThat(letter.value()).isEqualTo(NO_RECORD);
                        assertThat(text(letter))
                                .containsEntry(DeadLetterHeaders.ERROR_CLASS, "malformed-record")
                                .containsEntry(
                                        DeadLetterHeaders.ERROR_MESSAGE,
                                        "The record begins with the octet 110 instead of the magic octet 0")
                                .containsEntry(DeadLetterHeaders.ORIGIN_TOPIC, "readings")
                                .containsEntry(DeadLetterHeaders.ORIGIN_PARTITION, "0")
                                .containsEntry(DeadLetterHeaders.ORIGIN_OFFSET, "0")
                                .containsEntry(DeadLetterHeaders.ORIGIN_TIMESTAMP, "0")
                                .containsEntry(DeadLetterHeaders.SERVICE, "test-service")
                                .hasSize(7);
                    })
                    .expect(CHECKED)
                    .toContainExactly(KeyValue.pair("s1", reading("s1")));
        }
    }

    @Test
    void anUnknownSchemaHasAClassOfItsOwn() {
        try (TopologyStory story = story(reading -> reading)) {
            story.givenOctets(READINGS, KEY, new byte[] {0, 0, 0, 9, 9, 0})
                    .expect(LETTERS)
                    .toSatisfyExactly(letter -> assertThat(text(letter))
                            .containsEntry(DeadLetterHeaders.ERROR_CLASS, "unknown-schema")
                            .containsEntry(
                                    DeadLetterHeaders.ERROR_MESSAGE,
                                    "The schema registry has no schema with the id 2313"));
        }
    }

    @Test
    void whatCannotBeProcessedIsALetterThatDoesNotQuoteIt() {
        byte[] value = READINGS.valueSerde().serializer().serialize("readings", reading("0612345678x"));

        try (TopologyStory story = story(reading -> {
            Long.parseLong(reading.getSensor());
            return reading;
        })) {
            story.givenOctets(READINGS, KEY, value).expect(LETTERS).toSatisfyExactly(letter -> {
                assertThat(letter.key()).isEqualTo(KEY);
                assertThat(letter.value()).isEqualTo(value);
                Map<String, String> headers = text(letter);
                assertThat(headers)
                        .containsEntry(DeadLetterHeaders.ERROR_CLASS, "processing-failed")
                        .containsEntry(DeadLetterHeaders.ORIGIN_TOPIC, "readings");
                assertThat(headers.get(DeadLetterHeaders.ERROR_MESSAGE))
                        .startsWith("java.lang.NumberFormatException at io.luxqoe.streams.deadletter.DeadLetterTest.")
                        .endsWith(" in the node check")
                        .doesNotContain("0612345678");
            });
        }
    }

    @Test
    void whatCannotBeWrittenIsALetterOfWhatWasRead() {
        byte[] value = READINGS.valueSerde().serializer().serialize("readings", reading("s1"));

        try (TopologyStory story = story(reading -> new Reading())) {
            story.givenOctets(READINGS, KEY, value).expect(LETTERS).toSatisfyExactly(letter -> {
                assertThat(letter.value()).isEqualTo(value);
                assertThat(text(letter))
                        .containsEntry(DeadLetterHeaders.ERROR_CLASS, "unwritable-record")
                        .containsEntry(DeadLetterHeaders.ORIGIN_TOPIC, "readings");
            });
        }
    }

    @Test
    void theHeadersOfTheRecordAreKeptAndThoseOfAnEarlierLetterReplaced() {
        Headers headers = new RecordHeaders()
                .add("traceparent", octets("00-1"))
                .add(DeadLetterHeaders.ORIGIN_TOPIC, octets("elsewhere"));

        try (TopologyStory story = story(DeadLetterTest::refuse)) {
            story.given(READINGS, new TestRecord<>("s1", reading("s1"), headers, Instant.ofEpochMilli(7)))
                    .expect(LETTERS)
                    .toSatisfyExactly(letter -> assertThat(text(letter))
                            .containsEntry("traceparent", "00-1")
                            .containsEntry(DeadLetterHeaders.ORIGIN_TOPIC, "readings")
                            .containsEntry(DeadLetterHeaders.ORIGIN_TIMESTAMP, "7")
                            .hasSize(8));
        }
    }

    @Test
    void theTopicAndTheServiceAreSettings() {
        Topic<byte[], byte[]> morgue = new Topic<>("morgue", Serdes.ByteArray(), Serdes.ByteArray());

        try (TopologyStory story = TopologyStory.of(
                "test-service",
                builder -> topology(builder, DeadLetterTest::refuse),
                Map.of("lux.dead-letter.topic", "morgue", "lux.service", "tester"),
                Instant.EPOCH)) {
            story.given(READINGS, "s1", reading("s1")).expect(morgue).toSatisfyExactly(letter -> assertThat(
                            text(letter))
                    .containsEntry(DeadLetterHeaders.SERVICE, "tester"));
        }
    }

    @Test
    void everyLetterIsSealedWhereTheServiceHasASeal() {
        LetterSeal seal = (key, value, headers) -> {
            headers.add(
                    "sealed-for",
                    headers.lastHeader(DeadLetterHeaders.ORIGIN_TOPIC).value());
            return octets("sealed");
        };

        try (TopologyStory story = TopologyStory.of(
                "test-service",
                builder -> topology(builder, DeadLetterTest::refuse),
                Map.of(LetterSeal.CONFIG, seal),
                Instant.EPOCH)) {
            story.givenOctets(READINGS, KEY, NO_RECORD)
                    .given(READINGS, "s1", reading("s1"))
                    .expect(LETTERS)
                    .toSatisfyExactly(DeadLetterTest::assertSealed, DeadLetterTest::assertSealed);
        }
        try (TopologyStory story = TopologyStory.of(
                "test-service",
                builder -> topology(builder, reading -> new Reading()),
                Map.of(LetterSeal.CONFIG, seal),
                Instant.EPOCH)) {
            story.given(READINGS, "s1", reading("s1")).expect(LETTERS).toSatisfyExactly(DeadLetterTest::assertSealed);
        }
    }

    private static void assertSealed(TestRecord<byte[], byte[]> letter) {
        assertThat(letter.value()).isEqualTo(octets("sealed"));
        assertThat(text(letter)).containsEntry("sealed-for", "readings");
    }

    @Test
    void aSealThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> LetterSeal.configured(Map.of(LetterSeal.CONFIG, "none")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(LetterSeal.CONFIG);
    }

    @ParameterizedTest
    @MethodSource("outages")
    void anOutageIsNoFaultOfTheRecord(RuntimeException outage) {
        try (TopologyStory story = story(reading -> {
            throw outage;
        })) {
            assertThatThrownBy(() -> story.given(READINGS, "s1", reading("s1")))
                    .isInstanceOf(StreamsException.class)
                    .hasCause(outage);
            story.expect(LETTERS).toBeEmpty();
        }
    }

    static List<RuntimeException> outages() {
        return List.of(registryOutage(), new TimeoutException("the broker does not answer"));
    }

    @Test
    void aRegistryThatIsGoneFailsReadingAndWriting() {
        AvroSerdes gone =
                new AvroSerdes(Map.of("schema.registry.url", "http://127.0.0.1:1", "lux.registry.retry-for", "PT0S"));
        Topic<String, Reading> unreadable = new Topic<>("readings", Serdes.String(), gone.forValue(Reading.class));

        try (TopologyStory story = TopologyStory.of(
                "test-service", builder -> builder.stream(unreadable.name(), unreadable.consumedAs("read"))
                        .to("checked", CHECKED.producedAs("write")))) {
            assertThatThrownBy(() -> story.given(READINGS, "s1", reading("s1")))
                    .hasCauseInstanceOf(RegistryUnavailableException.class);
            story.expect(LETTERS).toBeEmpty();
        }
        try (TopologyStory story =
                TopologyStory.of("test-service", builder -> builder.stream(READINGS.name(), READINGS.consumedAs("read"))
                        .to("checked", unreadable.producedAs("write")))) {
            assertThatThrownBy(() -> story.given(READINGS, "s1", reading("s1")))
                    .hasCauseInstanceOf(RegistryUnavailableException.class);
            story.expect(LETTERS).toBeEmpty();
        }
    }

    @Test
    void aPunctuationThatFailsBlamesNoRecord() {
        try (TopologyStory story =
                TopologyStory.of("test-service", builder -> builder.stream(READINGS.name(), READINGS.consumedAs("read"))
                        .process(FailingPunctuation::new, Named.as("tick")))) {
            assertThatThrownBy(() -> story.advance(Duration.ofSeconds(1))).isInstanceOf(StreamsException.class);
            story.expect(LETTERS).toBeEmpty();
        }
    }

    private static TopologyStory story(UnaryOperator<Reading> check) {
        return TopologyStory.of("test-service", builder -> topology(builder, check));
    }

    private static void topology(StreamsBuilder builder, UnaryOperator<Reading> check) {
        builder.stream(READINGS.name(), READINGS.consumedAs("read"))
                .mapValues((key, reading) -> check.apply(reading), Named.as("check"))
                .to(CHECKED.name(), CHECKED.producedAs("write"));
    }

    private static Reading refuse(Reading reading) {
        throw new IllegalArgumentException(reading.getSensor());
    }

    private static RegistryUnavailableException registryOutage() {
        AvroSerdes gone =
                new AvroSerdes(Map.of("schema.registry.url", "http://127.0.0.1:1", "lux.registry.retry-for", "PT0S"));
        try {
            gone.forValue(Reading.class).serializer().serialize("t", reading("s"));
            throw new AssertionError("There is a registry");
        } catch (RegistryUnavailableException e) {
            return e;
        }
    }

    private static Reading reading(String sensor) {
        return Reading.newBuilder().setSensor(sensor).setAt(Instant.EPOCH).build();
    }

    private static Map<String, String> text(TestRecord<byte[], byte[]> letter) {
        Map<String, String> text = new TreeMap<>();
        for (Header header : letter.headers()) {
            assertThat(text.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)))
                    .isNull();
        }
        return text;
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class FailingPunctuation extends ContextualProcessor<String, Reading, Void, Void> {

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            super.init(context);
            context.schedule(Duration.ofSeconds(1), PunctuationType.WALL_CLOCK_TIME, now -> {
                throw new IllegalStateException("a fault of the program");
            });
        }

        @Override
        public void process(Record<String, Reading> record) {}
    }
}
