package io.luxqoe.enrichment.correlation;

import io.luxqoe.schemas.CallLegBlock;
import io.luxqoe.schemas.CallLegSummary;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.streams.PartitionMark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Sends the legs of a block to the partitions of their calls: one record for each partition and not one for each leg, since
 * it is records that a hop costs.
 */
final class LegRouter implements Processor<String, EnrichedBlock, String, CallLegBlock> {
    private final @Nullable List<CallLegSummary>[] byPartition;
    private @Nullable ProcessorContext<String, CallLegBlock> context;

    @SuppressWarnings("unchecked")
    LegRouter(int partitions) {
        byPartition = new List[partitions];
    }

    @Override
    public void init(ProcessorContext<String, CallLegBlock> context) {
        this.context = context;
        // A block that could not be sent is read again by the same processor.
        Arrays.fill(byPartition, null);
    }

    @Override
    public void process(Record<String, EnrichedBlock> message) {
        for (EnrichedEvent event : message.value().getEvents()) {
            CallLegSummary leg = LegSummaries.of(event);
            if (leg != null) {
                int partition = partitionOf(leg.getCallReference(), byPartition.length);
                List<CallLegSummary> legs = byPartition[partition];
                if (legs == null) {
                    legs = new ArrayList<>();
                    byPartition[partition] = legs;
                }
                legs.add(leg);
            }
        }
        for (int partition = 0; partition < byPartition.length; partition++) {
            List<CallLegSummary> legs = byPartition[partition];
            if (legs != null) {
                byPartition[partition] = null;
                Objects.requireNonNull(context, "not initialised")
                        .forward(new Record<>(
                                PartitionMark.keyOf(partition), new CallLegBlock(legs), message.timestamp()));
            }
        }
    }

    /** Spreads references over the partitions, today as tomorrow: legs of one call may come on different days. */
    static int partitionOf(String reference, int partitions) {
        return Utils.toPositive(Utils.murmur2(Utils.utf8(reference))) % partitions;
    }
}
