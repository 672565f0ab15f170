package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import java.util.List;

/** Sums over short messages: every MO and MT record is one attempt, successful unless it has an smsResult. */
final class MessagingMeasurements implements MeasurementFamily {

    private static final int ATTEMPTS = 0;
    private static final int SUCCEEDED = 1;

    private static final List<String> NAMES = List.of("attempts", "succeeded");

    @Override
    public String id() {
        return "messaging";
    }

    @Override
    public List<String> measurements() {
        return NAMES;
    }

    @Override
    public void add(EnrichedEvent event, long[] sums) {
        sums[ATTEMPTS]++;
        if (event.getEvent().getOutcome() == Outcome.SUCCESS) {
            sums[SUCCEEDED]++;
        }
    }
}
