package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.EnrichedEvent;

/** The sum of each family that keeps windows under a planned work from teaching the baseline. */
final class PlannedWorks {

    static final String NAME = "eventsUnderPlannedWork";

    private PlannedWorks() {}

    /** Measures whether a work was planned. */
    static Measurement measurement() {
        return Measurement.sum(NAME, "1 if a planned work covered its time and place");
    }

    /** Counts an event under a planned work. */
    static void add(EnrichedEvent event, int sum, Contribution contribution) {
        if (!event.getPlannedWorks().isEmpty()) {
            contribution.count(sum);
        }
    }
}
