package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.TestRecords;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.ReferenceRecords;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.CommonSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Blocks of calls through the topology, with its serdes, beside the same blocks through a topology that only decodes and
 * encodes them. An operation is one event; all runs in one thread.
 */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class TopologyBenchmark {
    private static final int SUBSCRIBERS = 100_000;
    private static final int BLOCKS = 20;

    /** What the blocks go through. */
    public enum Way {
        COPY,
        ENRICH
    }

    @Param
    public Way way = Way.ENRICH;

    /** Whether calls have every field that a decoder fills, or only those that name a reference. */
    @Param({"false", "true"})
    public boolean whole;

    private final AvroSerdes serdes = AvroSerdes.mock("bench");
    private final List<byte[]> blocks = new ArrayList<>();
    private @Nullable TopologyTestDriver driver;
    private @Nullable TestInputTopic<String, byte[]> in;
    private @Nullable TestOutputTopic<byte[], byte[]> out;
    private int next;

    @Setup
    public void load() throws IOException {
        Properties settings = CommonSettings.of("bench");
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory("lux-bench").toString());
        StreamsBuilder builder = CommonSettings.builder(settings);
        LuxTopic target = LuxTopic.EVENT_ENRICHED;
        if (way == Way.ENRICH) {
            new EnrichmentTopology(serdes, new RecordingNothing(), false, null, null, 1_000_000).addTo(builder);
        } else {
            Topic<String, EventBlock> read =
                    new Topic<>(LuxTopic.EVENT_DECODED.topicName(), Serdes.String(), serdes.forValue(EventBlock.class));
            Topic<String, EventBlock> write =
                    new Topic<>(target.topicName(), Serdes.String(), serdes.forValue(EventBlock.class));
            builder.stream(read.name(), read.consumedAs("read")).to(write.name(), write.producedAs("write"));
        }
        driver = new TopologyTestDriver(builder.build(settings), settings);
        if (way == Way.ENRICH) {
            fill();
        }
        in = driver.createInputTopic(
                LuxTopic.EVENT_DECODED.topicName(), new StringSerializer(), new ByteArraySerializer());
        out = driver.createOutputTopic(target.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        Traffic traffic = new Traffic(SUBSCRIBERS, whole, true);
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(serdes.forValue(EventBlock.class)
                    .serializer()
                    .serialize(LuxTopic.EVENT_DECODED.topicName(), traffic.block()));
        }
    }

    private void fill() {
        Map<LuxTopic, TestInputTopic<String, byte[]>> topics = new EnumMap<>(LuxTopic.class);
        ReferenceRecords records = new ReferenceRecords((topic, key, record) ->
                topics.computeIfAbsent(topic, this::input).pipeInput(key, octets(topic, record)));
        records.tables();
        records.subscribers(SUBSCRIBERS);
    }

    private TestInputTopic<String, byte[]> input(LuxTopic topic) {
        return opened().createInputTopic(topic.topicName(), new StringSerializer(), new ByteArraySerializer());
    }

    @SuppressWarnings("unchecked") // the serde of the record's own class
    private byte[] octets(LuxTopic topic, SpecificRecord record) {
        Class<SpecificRecord> type = (Class<SpecificRecord>) record.getClass();
        return serdes.forValue(type).serializer().serialize(topic.topicName(), record);
    }

    private TopologyTestDriver opened() {
        if (driver == null) {
            throw new IllegalStateException("not set up");
        }
        return driver;
    }

    @Benchmark
    @OperationsPerInvocation(Traffic.EVENTS)
    public Object block() {
        if (in == null || out == null) {
            throw new IllegalStateException("not set up");
        }
        next = (next + 1) % BLOCKS;
        in.pipeInput(TestRecords.SOURCE, blocks.get(next));
        return out.readRecord();
    }

    @TearDown
    public void close() {
        opened().close();
    }

    private static final class RecordingNothing implements EnrichmentListener {
        @Override
        public void enriched(int events) {}

        @Override
        public void missed(ReferenceKind table, String key) {
            throw new IllegalStateException(table + " " + key);
        }

        @Override
        public void rejected(ReferenceKind table) {
            throw new IllegalStateException("broken");
        }

        @Override
        public void resized(ReferenceKind table, int keys) {}
    }
}
