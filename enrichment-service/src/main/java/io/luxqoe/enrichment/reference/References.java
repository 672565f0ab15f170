package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.SubscriberContext;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * The tables as events are joined with them.
 *
 * @param cells by cell key
 * @param causes by scheme and code, {@code Q850:17}
 * @param devices by TAC
 * @param dialledNumbers by digits: the number, else the longest prefix
 * @param subscribers by pseudonym
 * @param plannedWorks by place and time
 */
public record References(
        AsOfLookup<CellContext> cells,
        AsOfLookup<CauseContext> causes,
        AsOfLookup<DeviceContext> devices,
        AsOfLookup<DialledNumberContext> dialledNumbers,
        AsOfLookup<SubscriberContext> subscribers,
        PlannedWorks plannedWorks) {

    /** The tables of a topology that {@link ReferenceTables} were added to. */
    public static References of(ProcessingContext context) {
        return new References(
                context.<RevisionTable<CellContext>>getStateStore(ReferenceTables.CELLS),
                context.<RevisionTable<CauseContext>>getStateStore(ReferenceTables.CAUSES),
                context.<RevisionTable<DeviceContext>>getStateStore(ReferenceTables.DEVICE_TYPES),
                context.<DialledNumberTable>getStateStore(ReferenceTables.DIALLED_NUMBERS),
                context.<RevisionTable<SubscriberContext>>getStateStore(ReferenceTables.SUBSCRIBERS),
                context.<PlannedWorkTable>getStateStore(ReferenceTables.PLANNED_WORKS));
    }
}
