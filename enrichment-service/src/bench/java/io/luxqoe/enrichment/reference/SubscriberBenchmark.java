package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.SubscriberContext;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Look-ups among 2,000,000 subscribers, 80% of them of a fifth of the subscribers: on disk with what is cached on the
 * heap, and in the table on the heap that it replaced.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class SubscriberBenchmark {
    private static final int SUBSCRIBERS = 2_000_000;
    private static final int BATCH = 1_000;
    private static final int LENGTH = 22;

    public enum Where {
        HEAP,
        DISK
    }

    @Param
    public Where where = Where.DISK;

    @Param("2000000")
    public int cached;

    private final byte[] names = new byte[SUBSCRIBERS * LENGTH];
    private final String[] asked = new String[BATCH];
    private final Random random = new Random(7);
    private @Nullable ReferenceWorld world;
    private AsOfLookup<?> table = (key, instant) -> null;

    @Setup
    public void load() {
        long begin = System.nanoTime();
        world = new ReferenceWorld(where == Where.DISK ? SUBSCRIBERS : 0, cached);
        if (where == Where.HEAP) {
            RevisionTable<SubscriberContext> heap = new RevisionTable<>("heap");
            world.open(heap);
            for (int i = 0; i < SUBSCRIBERS; i++) {
                heap.put(ReferenceWorld.pseudonym(i), ReferenceWorld.subscriber(i));
            }
            table = heap;
        } else {
            table = world.references().subscribers();
        }
        System.out.printf("loaded in %d ms%n", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        for (int i = 0; i < SUBSCRIBERS; i++) {
            byte[] name = ReferenceWorld.pseudonym(i).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(name, 0, names, i * LENGTH, LENGTH);
        }
        // Until the cache holds what it can.
        for (int i = 0; i < 8_000_000; i++) {
            table.asOf(name(any()), ReferenceWorld.NOON);
        }
    }

    @TearDown
    public void close() {
        if (world != null) {
            world.close();
        }
    }

    private int any() {
        int hot = SUBSCRIBERS / 5;
        // The frequent ones are anywhere in the table.
        int one = random.nextInt(5) == 0 ? hot + random.nextInt(SUBSCRIBERS - hot) : random.nextInt(hot);
        return (int) (one * 1_299_709L % SUBSCRIBERS);
    }

    private String name(int i) {
        return new String(names, i * LENGTH, LENGTH, StandardCharsets.ISO_8859_1);
    }

    /** As an event names its subscriber: a new text each. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void lookUp(Blackhole out) {
        for (int i = 0; i < BATCH; i++) {
            asked[i] = name(any());
        }
        for (String one : asked) {
            out.consume(table.asOf(one, ReferenceWorld.NOON));
        }
    }

    /** What making the names costs. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void namesAlone(Blackhole out) {
        for (int i = 0; i < BATCH; i++) {
            asked[i] = name(any());
        }
        for (String one : asked) {
            out.consume(one);
        }
    }
}
