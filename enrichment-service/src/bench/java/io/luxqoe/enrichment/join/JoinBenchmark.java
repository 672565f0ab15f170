package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.KeyTable;
import io.luxqoe.enrichment.reference.ReferenceWorld;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.Sliced;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The join of events with all tables, without serialisation, in one thread. Each block is decoded before, outside of what
 * is measured, as it is in the service. After each iteration it says how many joins a second of processor time of that
 * thread makes, which the load of the machine changes less.
 */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class JoinBenchmark {
    private static final int SUBSCRIBERS = 200_000;
    private static final int BLOCKS = 200;
    private static final String TOPIC = LuxTopic.EVENT_DECODED.topicName();

    /** Whether a fifth of all keys has four fifths of the traffic; else all keys are alike, which is harder. */
    @Param({"true", "false"})
    public boolean skewed = true;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ReferenceWorld world = new ReferenceWorld(SUBSCRIBERS, 1_000_000).fill();
    private final EventEnricher enricher = new EventEnricher(world.references(), new KeyTable<>(), (table, key) -> {});
    private final AvroSerdes serdes = AvroSerdes.mock("join");
    private final Deserializer<Sliced<EventBlock>> reader =
            serdes.forSlicedValue(EventBlock.class, "events").deserializer();
    private final List<byte[]> blocks = new ArrayList<>();
    private @Nullable Sliced<EventBlock> block;
    private int next;
    private long nanos;
    private long joins;

    @Setup
    public void load() {
        Traffic traffic = new Traffic(SUBSCRIBERS, false, skewed);
        Serializer<EventBlock> writer = serdes.forValue(EventBlock.class).serializer();
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(writer.serialize(TOPIC, traffic.block()));
        }
    }

    @Setup(Level.Invocation)
    public void decode() {
        next = (next + 1) % BLOCKS;
        block = reader.deserialize(TOPIC, blocks.get(next));
    }

    @Benchmark
    @OperationsPerInvocation(Traffic.EVENTS)
    public List<EnrichedEvent> join() {
        if (block == null) {
            throw new IllegalStateException("not decoded");
        }
        long begin = threads.getCurrentThreadCpuTime();
        List<EnrichedEvent> enriched = enricher.enrich(block, List.of());
        nanos += threads.getCurrentThreadCpuTime() - begin;
        joins += enriched.size();
        return enriched;
    }

    @TearDown(Level.Iteration)
    public void say() {
        System.out.printf("%,.0f joins a second of processor time; ", joins * 1e9 / nanos);
        nanos = 0;
        joins = 0;
    }

    @TearDown
    public void close() {
        world.close();
    }
}
