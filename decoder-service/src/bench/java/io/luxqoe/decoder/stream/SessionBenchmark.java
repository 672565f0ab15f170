package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.bench.SessionTraffic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * PGW records of two containers each, from the octets of a TS 32.297 file to serialised blocks. An operation is one record;
 * all runs in one thread.
 */
@State(Scope.Thread)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g"})
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@OperationsPerInvocation(SessionTraffic.RECORDS)
public class SessionBenchmark {
    private final SessionTraffic traffic = new SessionTraffic();
    private final BlockChain chain = new BlockChain("ps-cdr");

    /** The whole: ids, duplicates, decoding, pseudonyms, blocks in Confluent's wire format. */
    @Benchmark
    public void octetsToBlocks(Blackhole out) {
        chain.decodeAndWrite(traffic.next(), SessionTraffic.RECORDS, out);
    }
}
