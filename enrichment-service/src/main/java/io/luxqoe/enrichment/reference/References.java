package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.AccessPointContext;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.DataServiceContext;
import io.luxqoe.schemas.DeviceContext;
import io.luxqoe.schemas.DialledNumberContext;
import io.luxqoe.schemas.OperatorContext;
import io.luxqoe.schemas.SubscriberContext;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * The tables as events are joined with them.
 *
 * @param cells by cell key
 * @param equipment by equipment id
 * @param causes by scheme and code, {@code Q850:17}
 * @param devices by TAC
 * @param dialledNumbers by digits: the number, else the longest prefix
 * @param operators by MCC and MNC, {@code 208-20}
 * @param accessPoints by network identifier in lower case
 * @param services by rating group, decimal
 * @param subscribers by pseudonym
 * @param plannedWorks by place and time
 * @param placesChanges counts the changes of the tables that say something of places: cells, equipment and works
 */
public record References(
        AsOfLookup<CellContext> cells,
        AsOfLookup<EquipmentLink> equipment,
        AsOfLookup<Known<CauseContext>> causes,
        AsOfLookup<Known<DeviceContext>> devices,
        AsOfLookup<Known<DialledNumberContext>> dialledNumbers,
        AsOfLookup<Known<OperatorContext>> operators,
        AsOfLookup<Known<AccessPointContext>> accessPoints,
        AsOfLookup<DataServiceContext> services,
        AsOfLookup<Known<SubscriberContext>> subscribers,
        PlannedWorks plannedWorks,
        Changes placesChanges) {

    /** The tables of a topology that {@link ReferenceTables} were added to. */
    public static References of(ProcessingContext context) {
        RevisionTable<CellContext> cells = context.getStateStore(ReferenceTables.CELLS);
        return new References(
                cells,
                context.<RevisionTable<EquipmentLink>>getStateStore(ReferenceTables.EQUIPMENT),
                context.<RevisionTable<Known<CauseContext>>>getStateStore(ReferenceTables.CAUSES),
                context.<RevisionTable<Known<DeviceContext>>>getStateStore(ReferenceTables.DEVICE_TYPES),
                context.<DialledNumberTable>getStateStore(ReferenceTables.DIALLED_NUMBERS),
                context.<RevisionTable<Known<OperatorContext>>>getStateStore(ReferenceTables.OPERATORS),
                context.<RevisionTable<Known<AccessPointContext>>>getStateStore(ReferenceTables.ACCESS_POINTS),
                context.<RevisionTable<DataServiceContext>>getStateStore(ReferenceTables.SERVICES),
                context.<SubscriberTable>getStateStore(ReferenceTables.SUBSCRIBERS),
                context.<PlannedWorkTable>getStateStore(ReferenceTables.PLANNED_WORKS),
                cells.changes());
    }
}
