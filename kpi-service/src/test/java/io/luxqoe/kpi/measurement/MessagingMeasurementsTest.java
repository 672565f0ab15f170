package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.ShortMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagingMeasurementsTest {

    private static final long SOMEONE = DistinctCount.hash("someone");

    @Test
    void aMessageIsAnAttemptThatSucceeds() {
        Measured measured = measured(event(Outcome.SUCCESS));

        assertThat(measured.sums()).containsOnlyKeys("attempts", "succeeded");
        assertThat(measured.distinct("subscribers")).containsExactly(SOMEONE);
        assertThat(measured.distinct("failedSubscribers")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RP_CAUSE, 1, failedUser",
        "RP_CAUSE, 27, failedSubscriberUnreachable",
        "RP_CAUSE, 42, failedNetwork",
        "RP_CAUSE, 50, failedService",
        "RP_CAUSE, 99, failedUnknown",
        "MAP_ERROR, 27, failedSubscriberUnreachable",
        "SIP, 503, failedNetwork",
        "SIP, 487, failedUnknown"
    })
    void orFailsForTheClassOfItsCause(CauseScheme scheme, int code, String measurement) {
        Measured measured = measured(Measured.withCause(event(Outcome.FAILURE), scheme, code));

        assertThat(measured.sums()).containsOnlyKeys("attempts", measurement);
        assertThat(measured.distinct("failedSubscribers")).hasSize(measurement.equals("failedUser") ? 0 : 1);
    }

    @Test
    void theReferenceHasTheLastWordOnTheClassOfACause() {
        EnrichedEvent event = Measured.withCause(event(Outcome.FAILURE), CauseScheme.RP_CAUSE, 42);

        assertThat(measured(Measured.withCauseClass(event, CauseClass.USER)).sums())
                .containsOnlyKeys("attempts", "failedUser");
    }

    @Test
    void aMessageUnderAPlannedWorkIsCountedAsSuch() {
        assertThat(measured(Measured.underPlannedWork(event(Outcome.SUCCESS))).sum("eventsUnderPlannedWork"))
                .isEqualTo(1);
    }

    private static EnrichedEvent event(Outcome outcome) {
        EnrichedEvent event =
                Measured.event(ServiceType.MESSAGING, ShortMessage.newBuilder().build());
        event.getEvent().setOutcome(outcome);
        return event;
    }

    private static Measured measured(EnrichedEvent event) {
        return Measured.of("messaging", event);
    }
}
