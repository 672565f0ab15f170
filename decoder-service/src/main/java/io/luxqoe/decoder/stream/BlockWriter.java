package io.luxqoe.decoder.stream;

import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordOrigin;
import io.luxqoe.schemas.topic.LuxHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the events of a raw record into blocks. One is full at {@value #MAX_EVENTS} events, or {@value #MAX_OCTETS}
 * octets as they will be in Avro. These are not counted but estimated from above: an event takes {@value #EVENT_OCTETS}
 * octets and {@value #OCTETS_FACTOR} times those of its CDR, since hexadecimal and digits double them, and ids and
 * pseudonyms are added. A block comes out at half to nine tenths of the limit.
 *
 * <p>The blocks go out when the raw record has ended: the first of them says what was lost, before any event of it can
 * close a window, and that is not known earlier.
 */
final class BlockWriter {
    static final int MAX_EVENTS = 1000;
    static final int MAX_OCTETS = 256 * 1024;

    private static final int EVENT_OCTETS = 150;
    private static final int OCTETS_FACTOR = 2;

    private final ProcessorContext<String, Outcome> context;
    private final List<EventBlock> full = new ArrayList<>();
    private List<NetworkEvent> events = new ArrayList<>();
    private String source = "";
    private RecordOrigin origin = new RecordOrigin();
    private long timestamp;
    private int octets;
    private long least;
    private long highest;

    BlockWriter(ProcessorContext<String, Outcome> context) {
        this.context = context;
    }

    /** Begins the first block of a raw record. */
    void begin(String newSource, RecordOrigin newOrigin, long newTimestamp) {
        source = newSource;
        origin = newOrigin;
        timestamp = newTimestamp;
        full.clear(); // of a raw record that threw
        clear();
    }

    private void clear() {
        events = new ArrayList<>();
        octets = 0;
        least = Long.MAX_VALUE;
        highest = Long.MIN_VALUE;
    }

    /** Adds an event that was decoded from {@code rawOctets} octets. */
    void add(NetworkEvent event, int rawOctets) {
        int size = EVENT_OCTETS + OCTETS_FACTOR * rawOctets;
        if (events.size() == MAX_EVENTS || (octets + size > MAX_OCTETS && !events.isEmpty())) {
            fill();
        }
        long time = event.getEventTime().toEpochMilli();
        least = Math.min(least, time);
        highest = Math.max(highest, time);
        octets += size;
        events.add(event);
    }

    private void fill() {
        full.add(block(Instant.ofEpochMilli(least), Instant.ofEpochMilli(highest)));
        clear();
    }

    private EventBlock block(@Nullable Instant leastTime, @Nullable Instant highestTime) {
        return new EventBlock(source, origin, full.size(), leastTime, highestTime, false, events, null, false);
    }

    /** Ends the raw record: forwards its blocks, the first with what was lost, and one without events if that is all. */
    void end(@Nullable BlockLosses losses) {
        if (!events.isEmpty()) {
            fill();
        } else if (full.isEmpty() && losses != null) {
            full.add(block(null, null));
        }
        if (losses != null) {
            full.get(0).setLosses(losses);
        }
        full.forEach(block -> forward(source, block, timestamp));
        full.clear();
    }

    /** Forwards the mark that a source, or a partition without sources, is idle; {@code silent} beyond its habit. */
    void markIdle(String key, boolean silent, long time) {
        forward(key, new EventBlock(key, null, 0, null, null, true, List.of(), null, silent), time);
    }

    private void forward(String key, EventBlock block, long time) {
        Headers headers = new RecordHeaders();
        headers.add(
                LuxHeaders.EVENTS, Integer.toString(block.getEvents().size()).getBytes(StandardCharsets.US_ASCII));
        context.forward(new Record<>(key, new Outcome.Block(block), time, headers));
    }
}
