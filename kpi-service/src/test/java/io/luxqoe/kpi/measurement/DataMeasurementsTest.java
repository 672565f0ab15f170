package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DataMeasurementsTest {

    @Test
    void aRecordAddsItsVolumeAndOnlyTheLastEndsItsSession() {
        Measured part = measured(event(session().setPartial(true).setCauseForRecClosing(16), Outcome.PARTIAL));
        Measured last = measured(event(session(), Outcome.SUCCESS));

        assertThat(part.sums())
                .containsEntry("records", 1L)
                .containsEntry("uplinkOctets", 1_000L)
                .containsEntry("downlinkOctets", 4_000L)
                .containsEntry("totalOctets", 5_000L)
                .hasSize(4);
        assertThat(last.sums()).containsEntry("sessionsEnded", 1L).doesNotContainKey("sessionsDropped");
    }

    @Test
    void aSessionThatEndsAbnormallyIsDroppedAndFailsItsSubscriber() {
        Measured measured = measured(event(session().setCauseForRecClosing(4), Outcome.DROPPED));

        assertThat(measured.sums()).containsEntry("sessionsEnded", 1L).containsEntry("sessionsDropped", 1L);
        assertThat(measured.distinct("subscribers")).containsExactly(DistinctCount.hash("someone"));
        assertThat(measured.distinct("failedSubscribers")).containsExactly(DistinctCount.hash("someone"));
    }

    @Test
    void aRecordWithoutACauseEndsItsSessionOnlyIfItSaysWhenItStopped() {
        DataSession.Builder open = session().setCauseForRecClosing(null);

        assertThat(measured(event(open, Outcome.UNKNOWN)).sum("sessionsEnded")).isZero();
        assertThat(measured(event(open.setStopTime(Measured.NOON), Outcome.UNKNOWN))
                        .sum("sessionsEnded"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1000000,2000,4000", "999999,2000,", "5000000,0,", "5000000,,", "1000000,300,26667"})
    void throughputIsMeasuredOfRecordsWithADurationAndAMegabyte(long octets, Long durationMs, Long kbps) {
        Measured measured =
                measured(event(session().setTotalOctets(octets).setDurationMs(durationMs), Outcome.SUCCESS));

        if (kbps == null) {
            assertThat(measured.distribution("throughputKbps")).isEmpty();
            assertThat(measured.sums()).doesNotContainKeys("throughputOctets", "throughputDurationMs");
        } else {
            assertThat(measured.distribution("throughputKbps")).containsExactly(kbps);
            assertThat(measured.sums())
                    .containsEntry("throughputOctets", octets)
                    .containsEntry("throughputDurationMs", durationMs);
        }
    }

    @Test
    void aSessionIsOneHoweverManyRecordsItHas() {
        Measured first = measured(event(session().setPartial(true).setRecordSequenceNumber(1L), Outcome.PARTIAL));
        Measured last = measured(event(session().setRecordSequenceNumber(2L), Outcome.SUCCESS));

        assertThat(first.distinct("sessions")).hasSize(1).isEqualTo(last.distinct("sessions"));
    }

    @Test
    void sessionsDifferByGatewayAndByChargingId() {
        assertThat(measured(event(session(), Outcome.SUCCESS)).distinct("sessions"))
                .isNotEqualTo(measured(event(session().setChargingId(78L), Outcome.SUCCESS))
                        .distinct("sessions"))
                .isNotEqualTo(measured(event(session().setGatewayAddress("192.0.2.9"), Outcome.SUCCESS))
                        .distinct("sessions"));
    }

    @Test
    void withoutAGatewayTheChargingSessionIdentifierNamesTheSession() {
        DataSession.Builder chf = session().setGatewayAddress(null).setChargingSessionId("c0ffee");

        assertThat(measured(event(chf, Outcome.SUCCESS)).distinct("sessions"))
                .containsExactly(DistinctCount.hash("c0ffee"));
        assertThat(measured(event(chf.setChargingId(null), Outcome.SUCCESS)).distinct("sessions"))
                .containsExactly(DistinctCount.hash("c0ffee"));
    }

    @Test
    void aLineOfDataUsageIsVolumeOfNoSession() {
        DataSession.Builder line = DataSession.newBuilder()
                .setPartial(true)
                .setTotalOctets(123_456)
                .setUplinkOctets(0)
                .setDownlinkOctets(0);
        Measured measured = measured(event(line, Outcome.PARTIAL));

        assertThat(measured.sums()).containsOnlyKeys("records", "totalOctets");
        assertThat(measured.distinct("sessions")).isEmpty();
        assertThat(measured.distinct("subscribers")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(RecordType.class)
    void aSessionIsMeasuredWhereAllItsTrafficPassesAndNowhereElse(RecordType type) {
        EnrichedEvent event = event(session(), Outcome.SUCCESS);
        event.getEvent().setRecordType(type);
        boolean whole =
                switch (type) {
                    case PGW, GGSN, CHF, DATA_USAGE -> true;
                    default -> false;
                };

        assertThat(MeasurementFamilies.of(event.getEvent()) != null).isEqualTo(whole);
    }

    @Test
    void aRecordUnderAPlannedWorkIsCountedAsSuch() {
        assertThat(measured(Measured.underPlannedWork(event(session(), Outcome.SUCCESS)))
                        .sum("eventsUnderPlannedWork"))
                .isEqualTo(1);
    }

    private static DataSession.Builder session() {
        return DataSession.newBuilder()
                .setGatewayAddress("192.0.2.1")
                .setChargingId(77L)
                .setCauseForRecClosing(0)
                .setUplinkOctets(1_000)
                .setDownlinkOctets(4_000)
                .setTotalOctets(5_000);
    }

    private static EnrichedEvent event(DataSession.Builder session, Outcome outcome) {
        EnrichedEvent event = Measured.event(ServiceType.DATA, session.build());
        event.getEvent().setOutcome(outcome);
        return event;
    }

    private static Measured measured(EnrichedEvent event) {
        return Measured.of("data", event);
    }
}
