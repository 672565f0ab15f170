package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.measurement.Measurement.Kind;
import org.junit.jupiter.api.Test;

class MeasurementFamiliesTest {

    /** Windows that were stored before a family gained measurements are read by position. */
    @Test
    void positionsOfMeasurementsNeverChange() {
        assertThat(names("voice", Kind.SUM))
                .isEqualTo("seizures answered userBusy noAnswer rejected dropped holdingTimeMs conversationTimeMs"
                        + " alerted abandoned failedUser failedSubscriberUnreachable failedNetwork failedService"
                        + " failedUnknown eventsUnderPlannedWork");
        assertThat(names("voice", Kind.DISTRIBUTION)).isEqualTo("setupTimeMs timeToAnswerMs");
        assertThat(names("voice", Kind.DISTINCT)).isEqualTo("subscribers failedSubscribers");
        assertThat(names("messaging", Kind.SUM))
                .isEqualTo("attempts succeeded failedUser failedSubscriberUnreachable failedNetwork failedService"
                        + " failedUnknown eventsUnderPlannedWork");
        assertThat(names("messaging", Kind.DISTINCT)).isEqualTo("subscribers failedSubscribers");
        assertThat(names("data", Kind.SUM))
                .isEqualTo("records sessionsEnded sessionsDropped uplinkOctets downlinkOctets totalOctets"
                        + " throughputOctets throughputDurationMs eventsUnderPlannedWork");
        assertThat(names("data", Kind.DISTRIBUTION)).isEqualTo("throughputKbps");
        assertThat(names("data", Kind.DISTINCT)).isEqualTo("subscribers failedSubscribers sessions");
        assertThat(names("video", Kind.SUM))
                .isEqualTo("sessions started startFailures exitsBeforeStart playbackFailures playingTimeMs stallTimeMs"
                        + " observedPlayingTimeMs stalls stalledSessions bitrateKbpsMs bitrateWeightMs switches"
                        + " eventsUnderPlannedWork");
        assertThat(names("video", Kind.DISTRIBUTION)).isEqualTo("startUpTimeMs bitrateKbps");
        assertThat(names("video", Kind.DISTINCT)).isEqualTo("subscribers failedSubscribers");
    }

    @Test
    void everyFamilyMeasuresWhatTheBaselineAndTheAlarmsNeed() {
        assertThat(MeasurementFamilies.all()).allSatisfy(family -> {
            assertThat(family.names(Kind.SUM)).doesNotHaveDuplicates().contains("eventsUnderPlannedWork");
            assertThat(family.names(Kind.DISTINCT)).contains("subscribers");
            assertThat(family.measurements())
                    .allSatisfy(measurement ->
                            assertThat(measurement.doc()).isNotBlank().doesNotContain("\n"));
        });
    }

    private static String names(String family, Kind kind) {
        return String.join(" ", MeasurementFamilies.named(family).orElseThrow().names(kind));
    }
}
