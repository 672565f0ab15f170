package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.PlannedWorkContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The planned works that concern a place at an instant. */
@FunctionalInterface
public interface PlannedWorks {
    /**
     * The works in force on the cell, or on its site, its parent equipment or its region.
     *
     * @param cellKey key of the cell
     * @param cell what the cell reference says, null where it is not known: then only the cell itself is looked for
     * @param instant event time, epoch milliseconds
     * @return each work once, ordered by id; empty for none
     */
    List<PlannedWorkContext> inForce(String cellKey, @Nullable CellContext cell, long instant);
}
