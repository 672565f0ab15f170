package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.reference.ReferenceKind;
import java.time.Duration;
import java.util.Set;

/**
 * Whether events wait for references that are missing, and for how long.
 *
 * @param maxWait how long they wait, wall clock
 * @param maxEvents events that wait in one task at most; beyond it they go on at once
 * @param tables the tables whose references are waited for
 */
public record ParkingOptions(Duration maxWait, int maxEvents, Set<ReferenceKind> tables) {
    /** The tables do not change. */
    public ParkingOptions {
        tables = Set.copyOf(tables);
    }
}
