package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.KeyTable;
import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.enrichment.reference.SourceRevisions;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.ParkedBlock;
import io.luxqoe.schemas.SourceContext;
import io.luxqoe.schemas.topic.LuxHeaders;
import io.luxqoe.streams.PartitionMark;
import io.luxqoe.streams.avro.Sliced;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Enriches a block event by event: same key, order and timestamp. An idle mark comes out as one, and so does a block that
 * only says what was lost.
 *
 * <p>The source's context is the one that held at the highest event time of the block, for all its events. Where parking is
 * switched on, events whose references are missing wait and come in a block of their own, {@code reenriched}, before the
 * idle mark of their source at the latest. What was lost with a block does not wait: the block goes on with it even if all
 * its events wait.
 */
final class BlockEnricher implements Processor<String, SourcedBlock, String, EnrichedBlock> {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final KeyTable<Places.Place> places;
    private final EnrichmentListener listener;
    private final @Nullable ParkingOptions parkingOptions;
    private @Nullable ProcessorContext<String, EnrichedBlock> context;
    private @Nullable EventEnricher enricher;
    private @Nullable Parking parking;

    /** @param places what was found of places before, shared by all tasks */
    BlockEnricher(KeyTable<Places.Place> places, EnrichmentListener listener, @Nullable ParkingOptions parkingOptions) {
        this.places = places;
        this.listener = listener;
        this.parkingOptions = parkingOptions;
    }

    @Override
    public void init(ProcessorContext<String, EnrichedBlock> context) {
        this.context = context;
        References references = References.of(context);
        enricher = new EventEnricher(references, places, listener::missed);
        if (parkingOptions != null) {
            EventEnricher again = new EventEnricher(references, places, (table, key) -> {});
            Parking kept = new Parking(context.getStateStore(EnrichmentTopology.PARKED), parkingOptions, again);
            parking = kept;
            context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> kept.release(now, this::forwardParked));
        }
    }

    @Override
    public void process(Record<String, SourcedBlock> message) {
        EventBlock block = message.value().block();
        SourceContext source = contextOf(message.value());
        if (parking != null && block.getSourceIdle()) {
            parking.releaseAll(block.getSource(), PartitionMark.isMark(message.key()), this::forwardParked);
        }
        List<EnrichedEvent> enriched = enrich(message.value().sliced(), source);
        if (parking != null) {
            enriched = parkIncomplete(message, source, enriched);
            if (enriched.isEmpty() && !block.getEvents().isEmpty() && block.getLosses() == null) {
                return;
            }
        }
        forward(message.key(), block, source, enriched, false, message.timestamp(), message.headers());
    }

    private List<EnrichedEvent> enrich(Sliced<EventBlock> sliced, @Nullable SourceContext source) {
        EventBlock block = sliced.whole();
        EventEnricher events = Objects.requireNonNull(enricher, "not initialised");
        List<EnrichedEvent> enriched = events.enrich(sliced, missingOf(block, source));
        if (source == null) {
            enriched.forEach(event -> listener.missed(ReferenceKind.SOURCE, block.getSource()));
        }
        return enriched;
    }

    private static List<MissingReference> missingOf(EventBlock block, @Nullable SourceContext source) {
        return source == null
                ? List.of(new MissingReference(ReferenceKind.SOURCE.table(), block.getSource()))
                : List.of();
    }

    /** Returns the events that do not wait. */
    private List<EnrichedEvent> parkIncomplete(
            Record<String, SourcedBlock> message, @Nullable SourceContext source, List<EnrichedEvent> enriched) {
        Parking lot = Objects.requireNonNull(parking);
        List<NetworkEvent> waiting = new ArrayList<>(0);
        List<EnrichedEvent> others = new ArrayList<>(enriched.size());
        for (EnrichedEvent event : enriched) {
            if (lot.takes(event, waiting.size())) {
                waiting.add(event.getEvent());
            } else {
                others.add(event);
            }
        }
        if (!waiting.isEmpty()) {
            long now = Objects.requireNonNull(context).currentSystemTimeMs();
            lot.park(message.value().block(), waiting, source, message.timestamp(), now);
        }
        return others;
    }

    private void forwardParked(ParkedBlock parked, List<EnrichedEvent> events) {
        EventBlock block = parked.getBlock();
        SourceContext source = parked.getSourceContext();
        if (source == null) {
            events.forEach(event -> {
                List<MissingReference> missing = new ArrayList<>(event.getMissingReferences());
                missing.addAll(missingOf(block, null));
                event.setMissingReferences(missing);
            });
        }
        long timestamp = parked.getTimestamp().toEpochMilli();
        forward(block.getSource(), block, source, events, true, timestamp, new RecordHeaders());
    }

    private void forward(
            String key,
            EventBlock block,
            @Nullable SourceContext source,
            List<EnrichedEvent> events,
            boolean reenriched,
            long timestamp,
            Headers headers) {
        EnrichedBlock enriched = new EnrichedBlock(
                block.getSource(),
                block.getOrigin(),
                block.getPart(),
                block.getLeastEventTime(),
                block.getHighestEventTime(),
                block.getSourceIdle(),
                source,
                events,
                reenriched,
                block.getLosses(),
                block.getSourceSilent());
        headers.remove(LuxHeaders.EVENTS);
        headers.add(LuxHeaders.EVENTS, Integer.toString(events.size()).getBytes(StandardCharsets.US_ASCII));
        Objects.requireNonNull(context, "not initialised").forward(new Record<>(key, enriched, timestamp, headers));
        listener.enriched(events.size());
    }

    private static @Nullable SourceContext contextOf(SourcedBlock sourced) {
        List<NetworkEvent> events = sourced.block().getEvents();
        if (events.isEmpty()) {
            return null;
        }
        Instant highest = sourced.block().getHighestEventTime();
        Instant time = highest == null ? events.get(events.size() - 1).getEventTime() : highest;
        return SourceRevisions.asOf(sourced.source(), time.toEpochMilli());
    }
}
