package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.bench.CallTraffic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.CommonSettings;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Originating calls through the topology of the service: from a raw record to the records that its producer is given,
 * changelogs of its stores included. An operation is one call; all runs in one thread.
 */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(CallTraffic.CALLS)
public class ServiceBenchmark {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final CallTraffic traffic = new CallTraffic();
    private final byte[] key = Raw.key("msc-paris-1");
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;

    /** Starts the topology. */
    public ServiceBenchmark() {
        DecoderOptions options = Raw.options(Map.of(Raw.CS_CDR.name(), "cs-cdr"), 200_000);
        Properties settings = CommonSettings.of("decoder-service");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, System.getProperty("java.io.tmpdir") + "/decoder-bench");
        StreamsBuilder builder = CommonSettings.builder(settings);
        new DecoderTopology(AvroSerdes.mock("bench"), BlockChain.rules(), options, Raw.NOBODY).addTo(builder);
        driver = new TopologyTestDriver(builder.build(settings), settings, NOON);
        raw = driver.createInputTopic(Raw.CS_CDR.name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Ends it. */
    @TearDown
    public void end() {
        driver.close();
    }

    /** A raw record through the topology. */
    @Benchmark
    public void rawRecordToOutput(Blackhole out) {
        raw.pipeInput(new TestRecord<>(key, traffic.next(), NOON));
        for (String topic : driver.producedTopicNames()) {
            TestOutputTopic<byte[], byte[]> records =
                    driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            out.consume(records.readRecordsToList());
        }
    }
}
