package io.luxqoe.enrichment.join;

import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Gives each event of a block a record of its own, with the context of its source. The key is the subscriber's
 * pseudonym; an event that has none is keyed by its source, so that it keeps a place and an order.
 */
final class EventSplitter implements Processor<String, EnrichedBlock, String, EnrichedEvent> {
    private @Nullable ProcessorContext<String, EnrichedEvent> context;

    @Override
    public void init(ProcessorContext<String, EnrichedEvent> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, EnrichedBlock> record) {
        EnrichedBlock block = record.value();
        for (EnrichedEvent event : block.getEvents()) {
            String subscriber = event.getEvent().getSubscriber();
            EnrichedEvent single = new EnrichedEvent(
                    event.getEvent(),
                    event.getCell(),
                    event.getDevice(),
                    event.getCause(),
                    event.getDialledNumber(),
                    event.getSubscriber(),
                    block.getSourceContext(),
                    event.getPlannedWorks(),
                    event.getMissingReferences(),
                    event.getEquipment(),
                    event.getHomeOperator(),
                    event.getServingOperator(),
                    event.getAccessPoint(),
                    event.getServices());
            Objects.requireNonNull(context, "not initialised")
                    .forward(new Record<>(
                            subscriber == null ? block.getSource() : subscriber, single, record.timestamp()));
        }
    }
}
