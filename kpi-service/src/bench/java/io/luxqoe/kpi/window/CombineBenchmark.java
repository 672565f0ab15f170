package io.luxqoe.kpi.window;

import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Calls on the ten axes of application.yml, drained every 20 blocks. An operation is one event. Combining takes the decoded
 * events of DECODE, whose texts are new as they are in a stream: what it costs is the difference.
 */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CombineBenchmark {

    private static final int BLOCKS = 20;
    private static final WindowSize MINUTE = WindowSize.of("PT1M", ZoneOffset.UTC);

    /** What is done with a block. */
    public enum Way {
        DECODE,
        COMBINE,
        COMBINE_AND_WRITE
    }

    @Param
    public Way way = Way.COMBINE;

    /** How many cells have calls: with many a drain has nearly as many partials as events, with few it combines. */
    @Param({"100", "10000"})
    public int cells;

    private final CombineBuffer buffer = new CombineBuffer(Calls.AXES, MINUTE);
    private final List<byte[]> blocks = new ArrayList<>();

    @Setup
    public void make() {
        Calls calls = new Calls(cells, 100_000, 0);
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(Calls.write(calls.block("msc-" + i % 5, Instant.parse("2026-11-20T12:00:00Z"))));
        }
    }

    @Benchmark
    @OperationsPerInvocation(BLOCKS * Calls.EVENTS)
    public void blocks(Blackhole hole) {
        for (byte[] octets : blocks) {
            EnrichedBlock block = Calls.read(octets);
            hole.consume(block);
            if (way != Way.DECODE) {
                combine(block);
            }
        }
        buffer.drainTo((key, partial) ->
                hole.consume(way == Way.COMBINE_AND_WRITE ? partial.tally().toBytes() : partial));
    }

    private void combine(EnrichedBlock block) {
        for (EnrichedEvent event : block.getEvents()) {
            MeasurementFamily family = MeasurementFamilies.of(event.getEvent());
            if (family != null) {
                long time = event.getEvent().getEventTime().toEpochMilli();
                buffer.add(family, event, MINUTE.startOf(time), time);
            }
        }
    }
}
