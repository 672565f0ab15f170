package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VoiceMeasurementsTest {

    private static final Instant NOON = Measured.NOON;
    private static final long SOMEONE = DistinctCount.hash("someone");

    @Test
    void anAnsweredCallHoldsFromSeizureAndTalksFromAnswer() {
        assertThat(measured(event(answered())).sums())
                .containsEntry("seizures", 1L)
                .containsEntry("answered", 1L)
                .containsEntry("alerted", 1L)
                .containsEntry("holdingTimeMs", 70_000L)
                .containsEntry("conversationTimeMs", 60_000L)
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"17,userBusy", "18,noAnswer", "19,noAnswer", "21,rejected"})
    void anUnansweredCallCountsUnderItsCause(int cause, String measurement) {
        assertThat(measured(Measured.withCause(event(unanswered()), CauseScheme.Q850, cause))
                        .sums())
                .containsEntry("seizures", 1L)
                .containsEntry(measurement, 1L)
                .containsEntry("failedUser", 1L)
                .doesNotContainKey("answered");
    }

    @ParameterizedTest
    @CsvSource({"486,userBusy", "600,userBusy", "480,noAnswer", "603,rejected"})
    void anUnansweredImsCallCountsUnderItsSipStatus(int status, String measurement) {
        assertThat(measured(Measured.withCause(event(unanswered()), CauseScheme.SIP, status))
                        .sums())
                .containsEntry("seizures", 1L)
                .containsEntry(measurement, 1L);
    }

    @Test
    void aLegIsMeasuredWhereItsSubscriberIsServedAndNowhereElse() {
        for (RecordType type : RecordType.values()) {
            EnrichedEvent event = event(answered());
            event.getEvent().setRecordType(type);
            boolean served =
                    switch (type) {
                        case MO_CALL, MT_CALL, FORWARDED_CALL, MO_SMS, MT_SMS, S_CSCF, E_CSCF -> true;
                        default -> false;
                    };
            assertThat(MeasurementFamilies.of(event.getEvent()) != null)
                    .as("%s", type)
                    .isEqualTo(served);
        }
    }

    @Test
    void aCauseOfAnotherNumberingIsNoUserBusy() {
        assertThat(measured(Measured.withCause(event(unanswered()), CauseScheme.NETWORK_SPECIFIC, 17))
                        .sums())
                .doesNotContainKey("userBusy")
                .containsEntry("failedUnknown", 1L);
    }

    @ParameterizedTest
    @EnumSource(CauseClass.class)
    void anUnansweredCallFailsForTheClassOfItsCauseOrWasAbandoned(CauseClass causeClass) {
        Measured measured = measured(Measured.withCauseClass(event(unanswered()), causeClass));

        String expected =
                switch (causeClass) {
                    case SUCCESS -> "abandoned";
                    case USER -> "failedUser";
                    case SUBSCRIBER_UNREACHABLE -> "failedSubscriberUnreachable";
                    case NETWORK -> "failedNetwork";
                    case SERVICE -> "failedService";
                    case UNKNOWN -> "failedUnknown";
                };
        assertThat(measured.sums()).containsOnlyKeys("seizures", "holdingTimeMs", expected);
    }

    @Test
    void theReferenceHasTheLastWordOnTheClassOfACause() {
        EnrichedEvent event = Measured.withCause(event(unanswered()), CauseScheme.Q850, 20);

        assertThat(measured(event).sum("failedSubscriberUnreachable")).isEqualTo(1);
        assertThat(measured(Measured.withCauseClass(event, CauseClass.NETWORK)).sum("failedNetwork"))
                .isEqualTo(1);
    }

    @Test
    void anUnansweredCallWithoutACauseFailsForOneUnknown() {
        assertThat(measured(event(unanswered())).sum("failedUnknown")).isEqualTo(1);
    }

    @Test
    void whatFailedIsNeverMoreNorLessThanWhatWasNotAnswered() {
        for (int code = 1; code < 128; code++) {
            Measured measured = measured(Measured.withCause(event(unanswered()), CauseScheme.Q850, code));
            long failures = measured.sums().entrySet().stream()
                    .filter(sum ->
                            sum.getKey().startsWith("failed") || sum.getKey().equals("abandoned"))
                    .mapToLong(sum -> sum.getValue())
                    .sum();
            assertThat(failures).as("cause %d", code).isEqualTo(1);
        }
    }

    @Test
    void anAnsweredCallIsDroppedByAbnormalReleaseOrByACauseOfTheNetwork() {
        EnrichedEvent droppedByOutcome = event(answered());
        droppedByOutcome.getEvent().setOutcome(Outcome.DROPPED);

        assertThat(measured(droppedByOutcome).sum("dropped")).isEqualTo(1);
        assertThat(measured(event(answered().setCauseForTerm(4))).sum("dropped"))
                .isEqualTo(1);
        assertThat(measured(Measured.withCauseClass(event(answered()), CauseClass.NETWORK))
                        .sum("dropped"))
                .isEqualTo(1);
        assertThat(measured(Measured.withCause(event(answered()), CauseScheme.Q850, 41))
                        .sum("dropped"))
                .isEqualTo(1);
        assertThat(measured(Measured.withCause(event(answered()), CauseScheme.Q850, 16))
                        .sum("dropped"))
                .isZero();
    }

    @Test
    void anUnansweredCallIsNeverDropped() {
        assertThat(measured(event(unanswered().setCauseForTerm(4))).sum("dropped"))
                .isZero();
    }

    @Test
    void aCallWasAlertedIfARecordOrItsCauseSaysSo() {
        assertThat(measured(event(unanswered())).sum("alerted")).isZero();
        assertThat(measured(event(unanswered().setAlertingTime(NOON))).sum("alerted"))
                .isEqualTo(1);
        assertThat(measured(Measured.withCause(event(unanswered()), CauseScheme.Q850, 19))
                        .sum("alerted"))
                .isEqualTo(1);
        assertThat(measured(Measured.withCause(event(unanswered()), CauseScheme.Q850, 17))
                        .sum("alerted"))
                .isZero();
    }

    @Test
    void setUpLastsFromSetUpToAlertingAndAnswerTakesFromSeizure() {
        Measured measured = measured(
                event(answered().setSetupTime(NOON.minusSeconds(72)).setAlertingTime(NOON.minusMillis(66_500))));

        assertThat(measured.distribution("setupTimeMs")).containsExactly(5_500L);
        assertThat(measured.distribution("timeToAnswerMs")).containsExactly(10_000L);
    }

    @Test
    void withoutASeizureAnswerTakesFromSetUp() {
        Measured measured = measured(event(answered().setSeizureTime(null).setSetupTime(NOON.minusMillis(63_200))));

        assertThat(measured.distribution("timeToAnswerMs")).containsExactly(3_200L);
        assertThat(measured.distribution("setupTimeMs")).isEmpty();
    }

    @Test
    void aSetUpThatEndsBeforeItBeginsIsNotTimed() {
        Measured measured = measured(event(answered().setSetupTime(NOON).setAlertingTime(NOON.minusSeconds(1))));

        assertThat(measured.distribution("setupTimeMs")).isEmpty();
    }

    @Test
    void aLongCallIsCountedOnceTimedOnceAndHoldsForTheSumOfItsRecords() {
        VoiceCall.Builder call = answered().setSetupTime(NOON.minusSeconds(72)).setAlertingTime(NOON.minusSeconds(66));
        Measured first = measured(event(
                VoiceCall.newBuilder(call).setPartial(true).setSequenceNumber(1).setCauseForTerm(1)));
        Measured last = measured(event(VoiceCall.newBuilder(call).setSequenceNumber(2)));

        assertThat(first.sums()).containsOnlyKeys("holdingTimeMs", "conversationTimeMs");
        assertThat(last.sum("seizures")).isEqualTo(1);
        assertThat(first.sum("holdingTimeMs") + last.sum("holdingTimeMs")).isEqualTo(120_000);
        assertThat(first.sum("conversationTimeMs") + last.sum("conversationTimeMs"))
                .isEqualTo(120_000);
        assertThat(first.distribution("setupTimeMs")).containsExactly(6_000L);
        assertThat(first.distribution("timeToAnswerMs")).hasSize(1);
        assertThat(last.distribution("setupTimeMs")).isEmpty();
        assertThat(last.distribution("timeToAnswerMs")).isEmpty();
    }

    @Test
    void itsSubscriberIsSeenAndSeenAsFailedIfTheNetworkFailedThem() {
        List<EnrichedEvent> failed = List.of(
                event(unanswered()),
                Measured.withCause(event(unanswered()), CauseScheme.Q850, 41),
                Measured.withCause(event(unanswered()), CauseScheme.Q850, 27),
                event(answered().setCauseForTerm(4)));
        List<EnrichedEvent> served = List.of(
                event(answered()),
                event(answered().setCauseForTerm(4).setPartial(true)),
                Measured.withCause(event(unanswered()), CauseScheme.Q850, 16),
                Measured.withCause(event(unanswered()), CauseScheme.Q850, 17));

        assertThat(failed).allSatisfy(event -> {
            assertThat(measured(event).distinct("subscribers")).containsExactly(SOMEONE);
            assertThat(measured(event).distinct("failedSubscribers")).containsExactly(SOMEONE);
        });
        assertThat(served).allSatisfy(event -> {
            assertThat(measured(event).distinct("subscribers")).containsExactly(SOMEONE);
            assertThat(measured(event).distinct("failedSubscribers")).isEmpty();
        });
    }

    @Test
    void aCallOfNobodyKnownSeesNoSubscriber() {
        EnrichedEvent event = event(unanswered());
        event.getEvent().setSubscriber(null);

        assertThat(measured(event).distinct("subscribers")).isEmpty();
        assertThat(measured(event).distinct("failedSubscribers")).isEmpty();
    }

    @Test
    void aCallUnderAPlannedWorkIsCountedAsSuch() {
        assertThat(measured(event(answered())).sum("eventsUnderPlannedWork")).isZero();
        assertThat(measured(Measured.underPlannedWork(event(answered()))).sum("eventsUnderPlannedWork"))
                .isEqualTo(1);
    }

    private static VoiceCall.Builder answered() {
        return VoiceCall.newBuilder()
                .setSeizureTime(NOON.minusSeconds(70))
                .setAnswerTime(NOON.minusSeconds(60))
                .setReleaseTime(NOON)
                .setCallDurationMs(60_000L)
                .setHoldingTimeMs(70_000L)
                .setCauseForTerm(0);
    }

    private static VoiceCall.Builder unanswered() {
        return VoiceCall.newBuilder()
                .setSeizureTime(NOON.minusSeconds(10))
                .setCallDurationMs(10_000L)
                .setHoldingTimeMs(10_000L);
    }

    private static EnrichedEvent event(VoiceCall.Builder call) {
        return Measured.event(ServiceType.VOICE, call.build());
    }

    private static Measured measured(EnrichedEvent event) {
        return Measured.of("voice", event);
    }
}
