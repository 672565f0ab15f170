package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.bench.CallTraffic;
import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.schemas.EventBlock;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Originating calls, from the octets of a TS 32.297 file to serialised blocks, and the parts of that work. An operation
 * is one call; all runs in one thread.
 */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(CallTraffic.CALLS)
public class CallBenchmark {
    private final CallTraffic traffic = new CallTraffic();
    private final BlockChain chain = new BlockChain("cs-cdr");
    private final EventIds ids = new EventIds();
    private final List<EventBlock> prepared = chain.decode(traffic.next(), CallTraffic.CALLS);

    /** The whole: ids, duplicates, decoding, pseudonyms, blocks in Confluent's wire format. */
    @Benchmark
    public void octetsToBlocks(Blackhole out) {
        chain.decodeAndWrite(traffic.next(), CallTraffic.CALLS, out);
    }

    /** The same without writing the events. */
    @Benchmark
    public Object octetsToEvents() {
        return chain.decode(traffic.next(), CallTraffic.CALLS);
    }

    /** Only the writing. */
    @Benchmark
    public void avro(Blackhole out) {
        for (EventBlock block : prepared) {
            chain.write(block, out);
        }
    }

    /** Only the ids. */
    @Benchmark
    public long ids() {
        byte[] file = traffic.next();
        long all = 0;
        for (int at = CallTraffic.FILE_HEADER; at < file.length; ) {
            int from = at + CallTraffic.CDR_HEADER;
            at = from + CallTraffic.cdrLength(file, at);
            ids.compute(BlockChain.SOURCE, file, from, at);
            all ^= ids.high() ^ ids.text().length();
        }
        return all;
    }
}
