package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.ReferenceWorld;
import io.luxqoe.schemas.NetworkEvent;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The join of one event with all tables, without serialisation, in one thread. */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class JoinBenchmark {
    private static final int SUBSCRIBERS = 200_000;
    private static final int BLOCKS = 50;

    private final ReferenceWorld world = new ReferenceWorld(SUBSCRIBERS, 1_000_000).fill();
    private final EventEnricher enricher = new EventEnricher(world.references(), (table, key) -> {});
    private final List<List<NetworkEvent>> blocks = new ArrayList<>();
    private int next;

    public JoinBenchmark() {
        Traffic traffic = new Traffic(SUBSCRIBERS, false);
        for (int i = 0; i < BLOCKS; i++) {
            blocks.add(traffic.block().getEvents());
        }
    }

    @Benchmark
    @OperationsPerInvocation(Traffic.EVENTS)
    public void join(Blackhole out) {
        next = (next + 1) % BLOCKS;
        for (NetworkEvent event : blocks.get(next)) {
            out.consume(enricher.enrich(event, List.of()));
        }
    }

    @TearDown
    public void close() {
        world.close();
    }
}
