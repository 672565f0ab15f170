package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.EquipmentLink;
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
 * which it holds and until one of the tables changes, since it takes up to a dozen look-ups. For one thread.
 */
final class Places {
    /** Levels from a cell to the region are three or four; more is a circle, or as good as one. */
    static final int MOST_LEVELS = 8;

    /** Places kept, one a slot: 2 to this power. */
    private static final int SLOT_BITS = 17;
    /** Keys of neighbouring cells differ in their last digits alone; this spreads their hashes (Fibonacci hashing). */
    private static final int SPREAD = 0x9E3779B9;

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
            long version,
            long from,
            long until,
            @Nullable CellContext cell,
            List<String> equipment,
            @Nullable String unknownEquipment,
            List<PlannedWorkContext> works,
            byte[] octets,
            int worksAt,
            int equipmentAt) {

        private boolean answers(String key, long instant, long current) {
            return version == current && from <= instant && instant < until && cellKey.equals(key);
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
    private final @Nullable Place[] kept = new Place[1 << SLOT_BITS];

    Places(References references) {
        this.references = references;
    }

    /** The place of a cell at that instant, epoch milliseconds; of an unknown cell its works alone. */
    Place at(String cellKey, long instant) {
        // Before anything is read: what changes meanwhile makes the place one of an old version.
        long version = references.placesVersion();
        int slot = (cellKey.hashCode() * SPREAD) >>> (Integer.SIZE - SLOT_BITS);
        Place known = kept[slot];
        if (known != null && known.answers(cellKey, instant, version)) {
            return known;
        }
        Place found = find(cellKey, new Span(instant), version);
        kept[slot] = found;
        return found;
    }

    private Place find(String cellKey, Span span, long version) {
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
                version,
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
