package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.Known;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.streams.avro.Prewritten;
import io.luxqoe.streams.avro.Sliced;
import java.io.IOException;
import java.util.List;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * An enriched event that is written by copying: the event from the block that it came in, what is known from the tables. Its
 * event and its contexts are not to be changed.
 */
final class ReadyEvent extends EnrichedEvent implements Prewritten {
    static final int DEVICE = position("device");
    static final int CAUSE = position("cause");
    static final int DIALLED_NUMBER = position("dialledNumber");
    static final int SUBSCRIBER = position("subscriber");
    static final int HOME_OPERATOR = position("homeOperator");
    static final int SERVING_OPERATOR = position("servingOperator");
    static final int ACCESS_POINT = position("accessPoint");

    private static final int EVENT = position("event");
    private static final int CELL = position("cell");
    private static final int PLANNED_WORKS = position("plannedWorks");
    private static final int EQUIPMENT = position("equipment");
    private static final int FIELDS = SCHEMA$.getFields().size();

    private final @Nullable Known<?>[] known = new Known<?>[FIELDS];
    private final @Nullable Sliced<EventBlock> block;
    private final int item;
    private Places.@Nullable Place place;

    /**
     * An event of which nothing is known yet.
     *
     * @param block the block that it came in; null where its octets are of no use
     * @param item its place in the block
     */
    ReadyEvent(NetworkEvent event, @Nullable Sliced<EventBlock> block, int item) {
        this.block = block;
        this.item = item;
        setEvent(event);
        setPlannedWorks(List.of());
        setMissingReferences(List.of());
        setEquipment(List.of());
        setServices(List.of());
    }

    /** Fills the fields of the cell and of all that it hangs on. */
    void fill(Places.Place found) {
        place = found;
        setCell(found.cell());
        setPlannedWorks(found.works());
        setEquipment(found.equipment());
    }

    /** Fills a field, unless nothing is known. */
    void fill(int field, @Nullable Known<?> found) {
        if (found != null) {
            known[field] = found;
            put(field, found.context());
        }
    }

    @Override
    public boolean write(int field, Encoder out) throws IOException {
        if (field == EVENT) {
            return block != null && block.write(item, out);
        }
        Known<?> found = known[field];
        if (found != null) {
            found.write(out);
            return true;
        }
        return place != null && write(field, place, out);
    }

    @Override
    public boolean writeAll(Encoder out) throws IOException {
        boolean others = getSource() != null
                || !getMissingReferences().isEmpty()
                || !getServices().isEmpty();
        if (others || block == null || !block.write(item, out)) {
            return false;
        }
        for (int field = EVENT + 1; field < FIELDS; field++) {
            Known<?> found = known[field];
            if (found != null) {
                found.write(out);
            } else if (place == null || !write(field, place, out)) {
                out.writeIndex(0); // null, or an empty array
            }
        }
        return true;
    }

    private static boolean write(int field, Places.Place place, Encoder out) throws IOException {
        if (field == CELL) {
            place.writeCell(out);
        } else if (field == PLANNED_WORKS) {
            place.writeWorks(out);
        } else if (field == EQUIPMENT) {
            place.writeEquipment(out);
        } else {
            return false;
        }
        return true;
    }

    private static int position(String field) {
        return SCHEMA$.getField(field).pos();
    }
}
