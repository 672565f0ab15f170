package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.Responsibility;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VoiceCall;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoiceMeasurementsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void anAnsweredCallHoldsFromSeizureAndTalksFromAnswer() {
        assertThat(sums(event(answered().build())))
                .containsEntry("seizures", 1L)
                .containsEntry("answered", 1L)
                .containsEntry("holdingTimeMs", 70_000L)
                .containsEntry("conversationTimeMs", 60_000L)
                .containsEntry("dropped", 0L);
    }

    @ParameterizedTest
    @CsvSource({"17,userBusy", "18,noAnswer", "19,noAnswer", "21,rejected"})
    void anUnansweredCallCountsUnderItsCause(int cause, String measurement) {
        EnrichedEvent event = event(unanswered().build());
        event.getEvent().setCause(new Cause(CauseScheme.Q850, cause, cause | 0x80));

        assertThat(sums(event))
                .containsEntry("seizures", 1L)
                .containsEntry("answered", 0L)
                .containsEntry(measurement, 1L);
    }

    @ParameterizedTest
    @CsvSource({"486,userBusy", "600,userBusy", "480,noAnswer", "603,rejected"})
    void anUnansweredImsCallCountsUnderItsSipStatus(int status, String measurement) {
        EnrichedEvent event = event(unanswered().build());
        event.getEvent().setCause(new Cause(CauseScheme.SIP, status, status));

        assertThat(sums(event)).containsEntry("seizures", 1L).containsEntry(measurement, 1L);
    }

    @Test
    void aLegIsMeasuredWhereItsSubscriberIsServedAndNowhereElse() {
        EnrichedEvent event = event(answered().build());
        for (RecordType type : RecordType.values()) {
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
        EnrichedEvent event = event(unanswered().build());
        event.getEvent().setCause(new Cause(CauseScheme.MAP_ERROR, 17, 17));

        assertThat(sums(event)).containsEntry("userBusy", 0L);
    }

    @Test
    void anAnsweredCallIsDroppedByAbnormalReleaseOrByACauseOfTheNetwork() {
        assertThat(sums(event(answered().setCauseForTerm(4).build()))).containsEntry("dropped", 1L);
        EnrichedEvent failedInTheNetwork = event(answered().build());
        failedInTheNetwork.setCause(new CauseContext(CauseClass.NETWORK, Responsibility.NETWORK));
        assertThat(sums(failedInTheNetwork)).containsEntry("dropped", 1L);
    }

    @Test
    void anUnansweredCallIsNeverDropped() {
        assertThat(sums(event(unanswered().setCauseForTerm(4).build()))).containsEntry("dropped", 0L);
    }

    @Test
    void aLongCallIsCountedOnceAndHoldsForTheSumOfItsRecords() {
        Map<String, Long> first = sums(event(answered()
                .setPartial(true)
                .setSequenceNumber(1)
                .setCauseForTerm(1)
                .build()));
        Map<String, Long> last = sums(event(answered().setSequenceNumber(2).build()));

        assertThat(total("seizures", first, last)).isEqualTo(1);
        assertThat(total("holdingTimeMs", first, last)).isEqualTo(120_000);
        assertThat(total("conversationTimeMs", first, last)).isEqualTo(120_000);
    }

    private static long total(String measurement, Map<String, Long> first, Map<String, Long> second) {
        return first.getOrDefault(measurement, 0L) + second.getOrDefault(measurement, 0L);
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

    private static EnrichedEvent event(VoiceCall call) {
        return EnrichedEvent.newBuilder()
                .setEvent(NetworkEvent.newBuilder()
                        .setEventId("id")
                        .setEventTime(NOON)
                        .setSource("msc-1")
                        .setService(ServiceType.VOICE)
                        .setDetails(call)
                        .build())
                .build();
    }

    private static Map<String, Long> sums(EnrichedEvent event) {
        MeasurementFamily voice = MeasurementFamilies.named("voice").orElseThrow();
        long[] sums = new long[voice.names(Measurement.Kind.SUM).size()];
        Contribution contribution = new Contribution();
        voice.measure(event, contribution);
        contribution.addTo(sums);
        Map<String, Long> named = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) {
            named.put(voice.names(Measurement.Kind.SUM).get(i), sums[i]);
        }
        return named;
    }
}
