package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.ReferenceKind;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.enrichment.reference.SourceRevisions;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.MissingReference;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.SourceContext;
import io.luxqoe.schemas.topic.LuxHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Enriches a block event by event: same key, order and timestamp. An idle mark comes out as one.
 *
 * <p>The source's context is the one that held at the highest event time of the block, for all its events.
 */
final class BlockEnricher implements FixedKeyProcessor<String, SourcedBlock, EnrichedBlock> {
    private final EnrichmentListener listener;
    private @Nullable FixedKeyProcessorContext<String, EnrichedBlock> context;
    private @Nullable EventEnricher enricher;

    BlockEnricher(EnrichmentListener listener) {
        this.listener = listener;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, EnrichedBlock> context) {
        this.context = context;
        this.enricher = new EventEnricher(References.of(context), listener);
    }

    @Override
    public void process(FixedKeyRecord<String, SourcedBlock> record) {
        EnrichedBlock enriched = enrich(record.value().block(), contextOf(record.value()));
        Headers headers = record.headers();
        headers.remove(LuxHeaders.EVENTS);
        headers.add(
                LuxHeaders.EVENTS, Integer.toString(enriched.getEvents().size()).getBytes(StandardCharsets.US_ASCII));
        Objects.requireNonNull(context, "not initialised").forward(record.withValue(enriched));
        listener.enriched(enriched.getEvents().size());
    }

    private EnrichedBlock enrich(EventBlock block, @Nullable SourceContext source) {
        EventEnricher events = Objects.requireNonNull(enricher, "not initialised");
        List<MissingReference> missing = source == null
                ? List.of(new MissingReference(ReferenceKind.SOURCE.table(), block.getSource()))
                : List.of();
        List<EnrichedEvent> enriched = new ArrayList<>(block.getEvents().size());
        for (NetworkEvent event : block.getEvents()) {
            enriched.add(events.enrich(event, missing));
            if (source == null) {
                listener.missed(ReferenceKind.SOURCE, block.getSource());
            }
        }
        return new EnrichedBlock(
                block.getSource(),
                block.getOrigin(),
                block.getPart(),
                block.getLeastEventTime(),
                block.getHighestEventTime(),
                block.getSourceIdle(),
                source,
                enriched,
                false);
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
