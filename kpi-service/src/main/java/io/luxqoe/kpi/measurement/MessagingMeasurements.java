package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import java.util.List;

/** Sums over short messages: every MO and MT record is one attempt, successful unless it has an smsResult. */
final class MessagingMeasurements implements MeasurementFamily {

    private static final int ATTEMPTS = 0;
    private static final int SUCCEEDED = 1;

    private static final List<Measurement> MEASUREMENTS =
            List.of(Measurement.sum("attempts", "1"), Measurement.sum("succeeded", "1 unless it has an smsResult"));

    @Override
    public String id() {
        return "messaging";
    }

    @Override
    public List<Measurement> measurements() {
        return MEASUREMENTS;
    }

    @Override
    public void measure(EnrichedEvent event, Contribution contribution) {
        contribution.count(ATTEMPTS);
        if (event.getEvent().getOutcome() == Outcome.SUCCESS) {
            contribution.count(SUCCEEDED);
        }
    }
}
