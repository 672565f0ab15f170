package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.Changes;
import io.luxqoe.enrichment.reference.EquipmentLink;
import io.luxqoe.enrichment.reference.KeyTable;
import io.luxqoe.enrichment.reference.Known;
import io.luxqoe.enrichment.reference.References;
import io.luxqoe.enrichment.reference.Span;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.PlannedWorkContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of a cell and of all that it hangs on. It is kept for the events that follow, for the instants at
 * which it holds and until one of the tables changes, since it takes up to a dozen look-ups. For one thread; what is kept
 * is shared by the threads that are given the same table.
 */
final class Places {
    /** Levels from a cell to the region are three or four; more is a circle, or as good as one. */
    static final int MOST_LEVELS = 8;

    /** Places kept, about 200 octets each: of all cells of a large network, and not of all that a broken one names. */
    private static final int MOST_KEPT = 500_000;

    /**
     * A cell from one instant to another. Events share it.
     *
     * @param cell null where nothing is known of the cell
     * @param equipment ids of what the cell hangs on, upwards as far as the links are known
     * @param unknownEquipment the id that nothing is known of, where the way upwards ends at one
     * @param works planned works in force, ordered by id
     * @param octets of cell, works and equipment as fields of an enriched event, one behind the other: each array of its
     *     own would be waited for
     * @param worksAt where the octets of the works begin
     * @param equipmentAt where those of the equipment begin
     */
    @SuppressWarnings("ArrayRecordComponent") // neither compared nor changed
    record Place(
            String cellKey,
            long changes,
            long from,
            long until,
            @Nullable CellContext cell,
            List<String> equipment,
            @Nullable String unknownEquipment,
            List<PlannedWorkContext> works,
            byte[] octets,
            int worksAt,
            int equipmentAt) {

        private boolean answers(long instant, long current) {
            return changes == current && from <= instant && instant < until;
        }

        void writeCell(Encoder out) throws IOException {
            out.writeFixed(octets, 0, worksAt);
        }

        void writeWorks(Encoder out) throws IOException {
            out.writeFixed(octets, worksAt, equipmentAt - worksAt);
        }

        void writeEquipment(Encoder out) throws IOException {
            out.writeFixed(octets, equipmentAt, octets.length - equipmentAt);
        }
    }

    private static final Schema CELL = schema("cell");
    private static final Schema EQUIPMENT = schema("equipment");
    private static final Schema WORKS = schema("plannedWorks");

    private final References references;
    private final KeyTable<Place> kept;

    /** @param kept what was found of these tables before */
    Places(References references, KeyTable<Place> kept) {
        this.references = references;
        this.kept = kept;
    }

    /** The place of a cell at that instant, epoch milliseconds; of an unknown cell its works alone. */
    Place at(String cellKey, long instant) {
        // Before anything is read: what changes meanwhile makes the place an old one.
        long changes = references.placesChanges().count();
        Place known = kept.get(cellKey);
        if (known != null && known.answers(instant, changes)) {
            return known;
        }
        Place found = find(cellKey, new Span(instant), changes);
        // Of one count all that is kept says the same: what was read while a table changed may be before or after it.
        if (!Changes.isUnderWay(changes) && references.placesChanges().count() == changes) {
            keep(found);
        }
        return found;
    }

    /**
     * The places of several cells at once, so that the waits for the memory overlap.
     *
     * @param cellKeys null for none
     * @param instants as many, epoch milliseconds
     * @param found is given as many
     */
    void at(@Nullable String[] cellKeys, long[] instants, @Nullable Place[] found) {
        long changes = references.placesChanges().count();
        @Nullable Object[] known = new Object[cellKeys.length];
        kept.get(cellKeys, known);
        boolean current = true;
        for (int i = 0; i < cellKeys.length; i++) {
            String cellKey = cellKeys[i];
            if (current && known[i] instanceof Place place && place.answers(instants[i], changes)) {
                found[i] = place;
            } else if (cellKey == null) {
                found[i] = null;
            } else {
                found[i] = at(cellKey, instants[i]);
                // Who has met what came with a change is not to meet what was before it at another cell.
                current = references.placesChanges().count() == changes;
            }
        }
    }

    private void keep(Place found) {
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        kept.put(found.cellKey, found);
    }

    private Place find(String cellKey, Span span, long changes) {
        CellContext cell = references.cells().asOf(cellKey, span);
        List<String> equipment = new ArrayList<>(4);
        String unknown = cell == null ? null : climb(cell.getEquipment(), equipment, span);
        List<PlannedWorkContext> works = references.plannedWorks().inForce(cellKey, cell, equipment, span);
        byte[] cellOctets = Known.octets(CELL, cell);
        byte[] worksOctets = Known.octets(WORKS, works);
        byte[] equipmentOctets = Known.octets(EQUIPMENT, equipment);
        int worksAt = cellOctets.length;
        int equipmentAt = worksAt + worksOctets.length;
        byte[] octets = Arrays.copyOf(cellOctets, equipmentAt + equipmentOctets.length);
        System.arraycopy(worksOctets, 0, octets, worksAt, worksOctets.length);
        System.arraycopy(equipmentOctets, 0, octets, equipmentAt, equipmentOctets.length);
        return new Place(
                cellKey,
                changes,
                span.from(),
                span.until(),
                cell,
                List.copyOf(equipment),
                unknown,
                List.copyOf(works),
                octets,
                worksAt,
                equipmentAt);
    }

    /** Adds the ids from {@code parent} upwards, a circle once; gives the one that nothing is known of, if any. */
    private @Nullable String climb(@Nullable String parent, List<String> chain, Span span) {
        String id = parent;
        while (id != null && !id.isEmpty() && chain.size() < MOST_LEVELS && !chain.contains(id)) {
            chain.add(id);
            EquipmentLink link = references.equipment().asOf(id, span);
            if (link == null) {
                return id;
            }
            id = link.parent();
        }
        return null;
    }

    private static Schema schema(String field) {
        return EnrichedEvent.SCHEMA$.getField(field).schema();
    }
}
