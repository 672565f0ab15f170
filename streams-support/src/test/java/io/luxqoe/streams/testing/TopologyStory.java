package io.luxqoe.streams.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.streams.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A topology's specification: this comes in, that goes out, <em>and no more</em>.
 *
 * <pre>{@code
 * try (TopologyStory story = TopologyStory.of("kpi-service", topology::addTo)) {
 *     story.given(ENRICHED, "msc-1", block, Instant.parse("2026-11-20T10:00:00Z"))
 *             .advance(Duration.ofSeconds(1))
 *             .expect(COMPUTED)
 *             .toContainExactly(KeyValue.pair(key, window));
 * }
 * }</pre>
 *
 * <p>The end of the story fails if any topic, named or not, holds a record that no expectation has read, and if there was
 * no expectation. The settings are those of {@link CommonSettings}.
 */
public final class TopologyStory implements AutoCloseable {

    private final String applicationId;
    private final Path stateFolder;
    private final TopologyTestDriver driver;
    private int expectations;

    private TopologyStory(String applicationId, Path stateFolder, TopologyTestDriver driver) {
        this.applicationId = applicationId;
        this.stateFolder = stateFolder;
        this.driver = driver;
    }

    /** The story of what {@code addTo} builds; wall-clock time stands at the epoch. */
    public static TopologyStory of(String applicationId, Consumer<StreamsBuilder> addTo) {
        return of(applicationId, addTo, Map.of(), Instant.EPOCH);
    }

    /** The same with streams settings of its own, and wall-clock time at {@code start}. */
    public static TopologyStory of(
            String applicationId, Consumer<StreamsBuilder> addTo, Map<String, ?> settings, Instant start) {
        try {
            Path stateFolder = Files.createTempDirectory("topology-story");
            Properties all = CommonSettings.of(applicationId);
            all.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
            all.putAll(settings);
            StreamsBuilder builder = CommonSettings.builder(all);
            addTo.accept(builder);
            Topology topology = builder.build(all);
            return new TopologyStory(applicationId, stateFolder, new TopologyTestDriver(topology, all, start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code value} comes in on {@code topic}, its timestamp the wall clock's. */
    public <K, V> TopologyStory given(Topic<K, V> topic, @Nullable K key, @Nullable V value) {
        return given(topic, new TestRecord<>(key, value));
    }

    /** {@code value} comes in on {@code topic} with the timestamp {@code at}. */
    public <K, V> TopologyStory given(Topic<K, V> topic, @Nullable K key, @Nullable V value, Instant at) {
        return given(topic, new TestRecord<>(key, value, at));
    }

    /** {@code record} comes in on {@code topic}. */
    public <K, V> TopologyStory given(Topic<K, V> topic, TestRecord<K, V> record) {
        driver.createInputTopic(
                        topic.name(),
                        topic.keySerde().serializer(),
                        topic.valueSerde().serializer())
                .pipeInput(record);
        return this;
    }

    /** Octets come in on {@code topic} that need not be what the topic says they are. */
    public TopologyStory givenOctets(Topic<?, ?> topic, byte @Nullable [] key, byte @Nullable [] value) {
        driver.createInputTopic(topic.name(), new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value));
        return this;
    }

    /** Wall-clock time goes by, and punctuations with it. */
    public TopologyStory advance(Duration duration) {
        driver.advanceWallClockTime(duration);
        return this;
    }

    /** Reads all that has come out on {@code topic} and was not read yet. */
    public <K, V> Expectation<K, V> expect(Topic<K, V> topic) {
        expectations++;
        List<TestRecord<K, V>> records = driver.createOutputTopic(
                        topic.name(),
                        topic.keySerde().deserializer(),
                        topic.valueSerde().deserializer())
                .readRecordsToList();
        return new Expectation<>(this, topic.name(), records);
    }

    /** The driver, for its stores. */
    public TopologyTestDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        try {
            assertThat(expectations).as("expectations of the story").isPositive();
            for (String topic : driver.producedTopicNames()) {
                if (!topic.startsWith(applicationId + "-")) { // no changelog, no repartition
                    assertThat(unread(topic))
                            .as("records on %s that the story does not tell of", topic)
                            .isEmpty();
                }
            }
        } finally {
            driver.close();
            FileSystemUtils.deleteRecursively(stateFolder.toFile());
        }
    }

    private List<TestRecord<byte[], byte[]>> unread(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** What came out on one topic. */
    public static final class Expectation<K, V> {

        private final TopologyStory story;
        private final String topic;
        private final List<TestRecord<K, V>> records;

        private Expectation(TopologyStory story, String topic, List<TestRecord<K, V>> records) {
            this.story = story;
            this.topic = topic;
            this.records = records;
        }

        /** These came out, in this order; at least one. */
        @SafeVarargs
        public final TopologyStory toContainExactly(KeyValue<K, V>... expected) {
            requireSome(expected.length);
            assertThat(records)
                    .as("records on %s", topic)
                    .map(record -> KeyValue.pair(record.key(), record.value()))
                    .usingElementComparator(Expectation::expectedEquals)
                    .containsExactly(expected);
            return story;
        }

        /** These values came out, in this order, under whatever key; at least one. */
        @SafeVarargs
        public final TopologyStory toContainExactlyValues(V... expected) {
            requireSome(expected.length);
            assertThat(records)
                    .as("records on %s", topic)
                    .map(TestRecord::value)
                    .usingElementComparator(Expectation::expectedEquals)
                    .containsExactly(expected);
            return story;
        }

        /** As many came out as there are {@code checks}, and each passes its own; at least one. */
        @SafeVarargs
        public final TopologyStory toSatisfyExactly(Consumer<TestRecord<K, V>>... checks) {
            requireSome(checks.length);
            assertThat(records).as("records on %s", topic).hasSize(checks.length);
            for (int i = 0; i < checks.length; i++) {
                Objects.requireNonNull(checks[i]).accept(records.get(i));
            }
            return story;
        }

        /** Nothing came out. */
        public TopologyStory toBeEmpty() {
            assertThat(records).as("records on %s", topic).isEmpty();
            return story;
        }

        /** The records, for what the other expectations cannot say; there is at least one. */
        public List<TestRecord<K, V>> records() {
            assertThat(records).as("records on %s", topic).isNotEmpty();
            return records;
        }

        /**
         * Asks the one expected and not the one that was read: the arrays that Avro reads compare their records with a
         * data model that knows no Instant (1.12.2).
         */
        private static int expectedEquals(@Nullable Object read, @Nullable Object expected) {
            return Objects.equals(expected, read) ? 0 : 1;
        }

        private static void requireSome(int expected) {
            if (expected == 0) {
                throw new IllegalArgumentException("Expect a record, or toBeEmpty()");
            }
        }
    }
}
