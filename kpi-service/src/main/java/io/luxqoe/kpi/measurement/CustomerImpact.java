package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.EnrichedEvent;
import java.util.List;

/** The subscribers that a family sees, and those of them that it failed: its first two distinct counts. */
final class CustomerImpact {

    private static final int SUBSCRIBERS = 0;
    private static final int FAILED_SUBSCRIBERS = 1;

    private CustomerImpact() {}

    /** The two distinct counts. */
    static List<Measurement> measurements(String failed) {
        return List.of(
                Measurement.distinct("subscribers", "its subscriber, if it names one"),
                Measurement.distinct("failedSubscribers", "its subscriber, if " + failed));
    }

    /** Sees the subscriber of an event, by its pseudonym. */
    static void add(EnrichedEvent event, boolean failed, Contribution contribution) {
        String subscriber = event.getEvent().getSubscriber();
        if (subscriber == null) {
            return;
        }
        long hash = DistinctCount.hash(subscriber);
        contribution.see(SUBSCRIBERS, hash);
        if (failed) {
            contribution.see(FAILED_SUBSCRIBERS, hash);
        }
    }
}
