package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.bench.PlayerTraffic;
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
 * Reports of players, from the octets of a log to serialised blocks. An operation is one line; all runs in one thread.
 */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(PlayerTraffic.LINES)
public class CmcdBenchmark {
    /** How the reports are carried. */
    @Param
    public PlayerTraffic.Form form = PlayerTraffic.Form.QUERY;

    private final BlockChain chain = new BlockChain("cmcd");
    private PlayerTraffic traffic = new PlayerTraffic(form, BlockChain.NOON);

    /** Generates the logs. */
    @Setup
    public void generate() {
        traffic = new PlayerTraffic(form, BlockChain.NOON);
    }

    /** The whole: ids, duplicates, decoding, blocks in Confluent's wire format. */
    @Benchmark
    public void octetsToBlocks(Blackhole out) {
        chain.decodeAndWrite(traffic.next(), PlayerTraffic.LINES, out);
    }
}
