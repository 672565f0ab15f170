package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.EnrichedEvent;
import java.util.List;

/** Measurements that are made of the same events and travel together, in one record for each key and window. */
public interface MeasurementFamily {

    /** Id of the family, first part of its KPIs' ids: {@code voice}. */
    String id();

    /** The measurements. One is addressed by its position among those of its kind. */
    List<Measurement> measurements();

    /**
     * Measures one event.
     *
     * @param event an event of this family
     * @param contribution takes what it adds
     */
    void measure(EnrichedEvent event, Contribution contribution);

    /** Names of the measurements of a kind, in the order of their positions. */
    default List<String> names(Measurement.Kind kind) {
        return measurements().stream()
                .filter(measurement -> measurement.kind() == kind)
                .map(Measurement::name)
                .toList();
    }

    /** How many of the events of a tally lay under a planned work. */
    default long eventsUnderPlannedWork(Tally tally) {
        return tally.sum(names(Measurement.Kind.SUM).indexOf(PlannedWorks.NAME));
    }
}
