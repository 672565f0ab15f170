package io.luxqoe.enrichment.join;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.ParkedBlock;
import io.luxqoe.schemas.SourceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Events that wait for references that were missing when they came. The store holds them by a running number; what is kept
 * beside it was built from it. Events leave when nothing that is waited for is missing any more, or when their time is over.
 */
final class Parking {
    private final KeyValueStore<Long, ParkedBlock> store;
    private final ParkingOptions options;
    private final Set<String> tables;
    private final EventEnricher enricher;
    private final TreeMap<Long, ParkedBlock> blocks = new TreeMap<>();
    private int events;

    /** {@code enricher} is asked again and again, and so is to count no misses. */
    Parking(KeyValueStore<Long, ParkedBlock> store, ParkingOptions options, EventEnricher enricher) {
        this.store = store;
        this.options = options;
        this.tables = options.tables().stream().map(kind -> kind.table()).collect(Collectors.toUnmodifiableSet());
        this.enricher = enricher;
        try (KeyValueIterator<Long, ParkedBlock> held = store.all()) {
            while (held.hasNext()) {
                KeyValue<Long, ParkedBlock> block = held.next();
                blocks.put(block.key, block.value);
                events += block.value.getBlock().getEvents().size();
            }
        }
    }

    /** Whether an event is to wait: a reference is missing that is waited for, and there is room. */
    boolean takes(EnrichedEvent event, int underWay) {
        return events + underWay < options.maxEvents() && lacks(event);
    }

    private boolean lacks(EnrichedEvent event) {
        for (MissingReference missing : event.getMissingReferences()) {
            if (tables.contains(missing.getTable())) {
                return true;
            }
        }
        return false;
    }

    /** Lets these events of a block wait. */
    void park(EventBlock block, List<NetworkEvent> waiting, @Nullable SourceContext source, long timestamp, long now) {
        EventBlock rest = new EventBlock(
                block.getSource(),
                block.getOrigin(),
                block.getPart(),
                block.getLeastEventTime(),
                block.getHighestEventTime(),
                false,
                waiting,
                null, // what was lost is told by the block that does not wait
                false);
        long number = blocks.isEmpty() ? 0 : blocks.lastKey() + 1;
        put(number, new ParkedBlock(rest, source, Instant.ofEpochMilli(timestamp), Instant.ofEpochMilli(now)));
        events += waiting.size();
    }

    /** Gives out what need not wait any longer, in the order it came. */
    void release(long now, BiConsumer<ParkedBlock, List<EnrichedEvent>> out) {
        long latest = now - options.maxWait().toMillis();
        new TreeMap<>(blocks)
                .forEach((number, parked) ->
                        release(number, parked, parked.getParkedAt().toEpochMilli() <= latest, out));
    }

    /** Gives out all that waits of a source, found or not; of every source if none is named. */
    void releaseAll(String source, boolean every, BiConsumer<ParkedBlock, List<EnrichedEvent>> out) {
        new TreeMap<>(blocks).forEach((number, parked) -> {
            if (every || parked.getBlock().getSource().equals(source)) {
                release(number, parked, true, out);
            }
        });
    }

    private void release(
            Long number, ParkedBlock parked, boolean over, BiConsumer<ParkedBlock, List<EnrichedEvent>> out) {
        List<EnrichedEvent> ready = new ArrayList<>();
        List<NetworkEvent> waiting = new ArrayList<>();
        for (NetworkEvent event : parked.getBlock().getEvents()) {
            EnrichedEvent enriched = enricher.enrich(event, List.of());
            if (over || !lacks(enriched)) {
                ready.add(enriched);
            } else {
                waiting.add(event);
            }
        }
        if (ready.isEmpty()) {
            return;
        }
        events -= ready.size();
        if (waiting.isEmpty()) {
            blocks.remove(number);
            store.delete(number);
        } else {
            parked.getBlock().setEvents(waiting);
            put(number, parked);
        }
        out.accept(parked, ready);
    }

    private void put(long number, ParkedBlock parked) {
        blocks.put(number, parked);
        store.put(number, parked);
    }
}
