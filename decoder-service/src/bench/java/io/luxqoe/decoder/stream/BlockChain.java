package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.format.RawFormats;
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
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.infra.Blackhole;

/** What the service does of a raw record, without Kafka: ids, duplicates, decoding, blocks in Confluent's wire format. */
final class BlockChain {
    static final Instant NOON = Instant.parse("2026-11-20T18:00:00Z");
    static final String SOURCE = "msc-paris-1";

    private static final String TOPIC = "lux.event.decoded.v1";
    /** Events that the service puts into one block, about. */
    private static final int BLOCK = 400;
    /** Ids that the service remembers of one source. */
    private static final int REMEMBERED = 200_000;

    private final RawDecoder decoder;
    private final SourceSettings source = new SourceSettings(SOURCE);
    private final Serializer<EventBlock> serializer =
            AvroSerdes.mock("bench").forValue(EventBlock.class).serializer();
    private final IdSet seen = new IdSet();
    private final long[] oldest = new long[2 * REMEMBERED];
    private int next;

    /** @param format name of the raw format */
    BlockChain(String format) {
        decoder = RawFormats.named(format).orElseThrow().newDecoder(rules());
    }

    /** What the service decodes with by default. */
    static DecodingRules rules() {
        return new DecodingRules(
                TestRules.keys(),
                131_072,
                NumberingRules.french(),
                TestRules.rules().tolerance());
    }

    /** The blocks of a raw record of {@code records} records. */
    List<EventBlock> decode(byte[] octets, int records) {
        List<EventBlock> blocks = new ArrayList<>();
        decode(octets, records, blocks::add);
        return blocks;
    }

    /** Decodes a raw record of {@code records} records, and writes each block as soon as it is full. */
    void decodeAndWrite(byte[] octets, int records, Blackhole out) {
        decode(octets, records, block -> write(block, out));
    }

    private void decode(byte[] octets, int records, Consumer<EventBlock> blocks) {
        Gathering gathering = new Gathering(blocks);
        decoder.decode(new RawInput(source, octets, NOON.toEpochMilli()), gathering);
        gathering.flush();
        if (gathering.count != records) {
            throw new IllegalStateException(gathering.count + " events of " + records + " records");
        }
    }

    void write(EventBlock block, Blackhole out) {
        out.consume(serializer.serialize(TOPIC, block));
    }

    private final class Gathering implements EventSink {
        private final Consumer<EventBlock> blocks;
        private List<NetworkEvent> events = new ArrayList<>();
        private int count;

        Gathering(Consumer<EventBlock> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean isDuplicate(long idHigh, long idLow) {
            return seen.contains(idHigh, idLow);
        }

        @Override
        public void event(NetworkEvent event, long idHigh, long idLow, int octets) {
            seen.remove(oldest[next], oldest[next + 1]);
            seen.add(idHigh, idLow);
            oldest[next++] = idHigh;
            oldest[next++] = idLow;
            next %= oldest.length;
            if (events.size() == BLOCK) {
                flush();
            }
            events.add(event);
            count++;
        }

        void flush() {
            blocks.accept(new EventBlock(SOURCE, null, 0, NOON, NOON, false, events, null, false));
            events = new ArrayList<>();
        }

        @Override
        public void reject(Reject reject) {
            throw new IllegalStateException(reject.toString());
        }
    }
}
