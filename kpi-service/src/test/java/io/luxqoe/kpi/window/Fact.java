package io.luxqoe.kpi.window;

import io.luxqoe.schemas.EnrichedEvent;
import java.util.Map;

/**
 * An event and what is true of it, known from how it was made and not from what LUX makes of it.
 *
 * @param event the event
 * @param family id of the family that measures it
 * @param keys its value on each axis that applies to it
 * @param adds what it adds to sums, by measurement
 * @param values what it adds to distributions, by measurement
 * @param ones whom it adds to distinct counts, by measurement
 */
record Fact(
        EnrichedEvent event,
        String family,
        Map<String, String> keys,
        Map<String, Long> adds,
        Map<String, Long> values,
        Map<String, String> ones) {

    String source() {
        return event.getEvent().getSource();
    }

    long time() {
        return event.getEvent().getEventTime().toEpochMilli();
    }
}
