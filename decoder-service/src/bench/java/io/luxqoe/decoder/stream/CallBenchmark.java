package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.bench.CallTraffic;
import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormats;
import io.luxqoe.decoder.identity.EventIds;
import io.luxqoe.decoder.number.NumberingRules;
import io.luxqoe.decoder.raw.EventSink;
import io.luxqoe.decoder.raw.RawDecoder;
import io.luxqoe.decoder.raw.RawInput;
import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.decoder.raw.SourceSettings;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.streams.avro.AvroSerdes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
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
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TOPIC = "lux.event.decoded.v1";
    /** Events that the service puts into one block of such calls. */
    private static final int BLOCK = 400;
    /** Ids that the service remembers of one source. */
    private static final int REMEMBERED = 200_000;

    private final CallTraffic traffic = new CallTraffic();
    private final RawDecoder decoder = RawFormats.named("cs-cdr").orElseThrow().newDecoder(rules());
    private final SourceSettings source = new SourceSettings("msc-paris-1");
    private final Serializer<EventBlock> serializer =
            AvroSerdes.mock("bench").forValue(EventBlock.class).serializer();
    private final EventIds ids = new EventIds();
    private final Blocks prepared = new Blocks();
    private final IdSet seen = new IdSet();
    private final long[] oldest = new long[2 * REMEMBERED];
    private int next;

    /** What the service decodes with by default. */
    static DecodingRules rules() {
        return new DecodingRules(
                TestRules.keys(),
                131_072,
                NumberingRules.french(),
                TestRules.rules().tolerance());
    }

    /** Makes the events that {@link #avro} writes. */
    public CallBenchmark() {
        decode(prepared);
        if (prepared.count() != CallTraffic.CALLS) {
            throw new IllegalStateException(prepared.count() + " events of " + CallTraffic.CALLS + " calls");
        }
    }

    /** The whole: ids, duplicates, decoding, pseudonyms, blocks in Confluent's wire format. */
    @Benchmark
    public void octetsToBlocks(Blackhole out) {
        Blocks blocks = new Blocks();
        decode(blocks);
        for (EventBlock block : blocks.all) {
            out.consume(serializer.serialize(TOPIC, block));
        }
    }

    /** The same without writing the events. */
    @Benchmark
    public Object octetsToEvents() {
        Blocks blocks = new Blocks();
        decode(blocks);
        return blocks;
    }

    /** Only the writing. */
    @Benchmark
    public void avro(Blackhole out) {
        for (EventBlock block : prepared.all) {
            out.consume(serializer.serialize(TOPIC, block));
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
            ids.compute("msc-paris-1", file, from, at);
            all ^= ids.high() ^ ids.text().length();
        }
        return all;
    }

    private void decode(Blocks blocks) {
        decoder.decode(new RawInput(source, traffic.next(), NOON.toEpochMilli()), blocks);
    }

    private void remember(long idHigh, long idLow) {
        seen.remove(oldest[next], oldest[next + 1]);
        seen.add(idHigh, idLow);
        oldest[next++] = idHigh;
        oldest[next++] = idLow;
        next %= oldest.length;
    }

    /** Gathers the events as the service does. */
    private final class Blocks implements EventSink {
        private final List<EventBlock> all = new ArrayList<>();

        @Override
        public boolean isDuplicate(long idHigh, long idLow) {
            return seen.contains(idHigh, idLow);
        }

        @Override
        public void event(NetworkEvent event, long idHigh, long idLow, int octets) {
            remember(idHigh, idLow);
            if (all.isEmpty() || last().size() == BLOCK) {
                all.add(new EventBlock(source.source(), null, all.size(), NOON, NOON, false, new ArrayList<>(BLOCK)));
            }
            last().add(event);
        }

        private List<NetworkEvent> last() {
            return all.get(all.size() - 1).getEvents();
        }

        int count() {
            return all.stream().mapToInt(block -> block.getEvents().size()).sum();
        }

        @Override
        public void reject(Reject reject) {
            throw new IllegalStateException(reject.toString());
        }
    }
}
