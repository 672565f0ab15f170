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
        PlannedWorks plannedWorks) {

    /** Changes after each change of a table that says something of places: cells, equipment and works. */
    public long placesVersion() {
        // None of them ever shrinks, so the sum stays only while all stay.
        return cells.version() + equipment.version() + plannedWorks.version();
    }

    /** The tables of a topology that {@link ReferenceTables} were added to. */
    public static References of(ProcessingContext context) {
        return new References(
                context.<RevisionTable<CellContext>>getStateStore(ReferenceTables.CELLS),
                context.<RevisionTable<EquipmentLink>>getStateStore(ReferenceTables.EQUIPMENT),
                context.<RevisionTable<Known<CauseContext>>>getStateStore(ReferenceTables.CAUSES),
                context.<RevisionTable<Known<DeviceContext>>>getStateStore(ReferenceTables.DEVICE_TYPES),
                context.<DialledNumberTable>getStateStore(ReferenceTables.DIALLED_NUMBERS),
                context.<RevisionTable<Known<OperatorContext>>>getStateStore(ReferenceTables.OPERATORS),
                context.<RevisionTable<Known<AccessPointContext>>>getStateStore(ReferenceTables.ACCESS_POINTS),
                context.<RevisionTable<DataServiceContext>>getStateStore(ReferenceTables.SERVICES),
                context.<SubscriberTable>getStateStore(ReferenceTables.SUBSCRIBERS),
                context.<PlannedWorkTable>getStateStore(ReferenceTables.PLANNED_WORKS));
    }
}
