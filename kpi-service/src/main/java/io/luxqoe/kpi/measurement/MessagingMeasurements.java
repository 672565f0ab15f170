package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measurements over short messages: every MO and MT record, and every SIP MESSAGE of an S-CSCF, is one attempt, successful
 * unless it has a result that says otherwise. attempts = succeeded + the five sums of failures.
 */
final class MessagingMeasurements implements MeasurementFamily {

    private static final int ATTEMPTS = 0;
    private static final int SUCCEEDED = 1;
    private static final int FAILED = 2;
    private static final int UNDER_PLANNED_WORK = 7;

    private static final List<Measurement> MEASUREMENTS = Stream.of(
                    List.of(
                            Measurement.sum("attempts", "1"),
                            Measurement.sum("succeeded", "1 if it was taken or delivered: it has no smsResult")),
                    CauseClasses.measurements("1 if it failed"),
                    List.of(PlannedWorks.measurement()),
                    CustomerImpact.measurements("it failed for a cause of any class but USER"))
            .flatMap(List::stream)
            .toList();

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
        PlannedWorks.add(event, UNDER_PLANNED_WORK, contribution);
        contribution.count(ATTEMPTS);
        boolean succeeded = event.getEvent().getOutcome() == Outcome.SUCCESS;
        CauseClass causeClass = CauseClasses.of(event);
        contribution.count(succeeded ? SUCCEEDED : FAILED + CauseClasses.sum(causeClass));
        CustomerImpact.add(event, !succeeded && causeClass != CauseClass.USER, contribution);
    }
}
