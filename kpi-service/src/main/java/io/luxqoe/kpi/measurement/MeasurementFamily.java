package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.EnrichedEvent;
import java.util.List;

/** Measurements that are made of the same events and travel together: one vector of sums for each key and window. */
public interface MeasurementFamily {

    /** Id of the family, first part of its KPIs' ids: {@code voice}. */
    String id();

    /** Names of the sums in the order of the vector; the unit is in the name unless it is a count. */
    List<String> measurements();

    /**
     * Adds what one event contributes.
     *
     * @param event an event of this family's service
     * @param sums vector of {@code measurements().size()} sums
     */
    void add(EnrichedEvent event, long[] sums);
}
