package io.luxqoe.kpi.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.schemas.VideoSession;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoMeasurementsTest {

    @Test
    void aViewingThatPlayedAddsWhatItsPlayerTold() {
        Measured measured = measured(played());

        assertThat(measured.sums())
                .isEqualTo(Map.ofEntries(
                        Map.entry("sessions", 1L),
                        Map.entry("started", 1L),
                        Map.entry("playingTimeMs", 60_000L),
                        Map.entry("stallTimeMs", 1_500L),
                        Map.entry("observedPlayingTimeMs", 60_000L),
                        Map.entry("stalls", 2L),
                        Map.entry("stalledSessions", 1L),
                        Map.entry("bitrateKbpsMs", 120_024_000L),
                        Map.entry("bitrateWeightMs", 60_000L),
                        Map.entry("switches", 3L)));
        assertThat(measured.distribution("startUpTimeMs")).containsExactly(800L);
        assertThat(measured.distribution("bitrateKbps")).containsExactly(2_000L);
        assertThat(measured.distinct("subscribers")).containsExactly(DistinctCount.hash("someone"));
        assertThat(measured.distinct("failedSubscribers")).isEmpty();
    }

    @Test
    void aFatalErrorBeforeItPlayedIsAStartFailureAndFailsItsSubscriber() {
        Measured measured = measured(session().setStartFailed(true));

        assertThat(measured.sums()).isEqualTo(Map.of("sessions", 1L, "startFailures", 1L));
        assertThat(measured.distinct("failedSubscribers")).hasSize(1);
    }

    @Test
    void whoeverLeavesBeforeItPlayedWasNotFailed() {
        Measured measured = measured(session().setExitedBeforeStart(true));

        assertThat(measured.sums()).isEqualTo(Map.of("sessions", 1L, "exitsBeforeStart", 1L));
        assertThat(measured.distinct("failedSubscribers")).isEmpty();
    }

    @Test
    void aFatalErrorAfterItPlayedIsAPlaybackFailure() {
        Measured measured = measured(played().setPlaybackFailed(true));

        assertThat(measured.sums()).containsEntry("started", 1L).containsEntry("playbackFailures", 1L);
        assertThat(measured.distinct("failedSubscribers")).hasSize(1);
    }

    @Test
    void whatContinuesASessionPlaysOnAndIsNoSession() {
        Measured measured = measured(played().setContinued(true));

        assertThat(measured.sums())
                .doesNotContainKeys("sessions", "started", "stalledSessions")
                .containsEntry("playingTimeMs", 60_000L)
                .containsEntry("stalls", 2L);
        assertThat(measured.distribution("startUpTimeMs")).isEmpty();
        assertThat(measured.distribution("bitrateKbps")).hasSize(1);
    }

    @Test
    void aPlayerThatTellsNoStallTimeAddsNothingToTheRebufferingRatio() {
        Measured measured = measured(played().setStallTimeMs(null));

        assertThat(measured.sums())
                .containsEntry("playingTimeMs", 60_000L)
                .containsEntry("stalls", 2L)
                .doesNotContainKeys("stallTimeMs", "observedPlayingTimeMs");
        assertThat(measured(played().setStallTimeMs(0L)).sums()).containsEntry("observedPlayingTimeMs", 60_000L);
    }

    @Test
    void withoutABitrateThereIsNone() {
        Measured measured = measured(played().setMeanBitrateKbps(null));

        assertThat(measured.sums()).doesNotContainKeys("bitrateKbpsMs", "bitrateWeightMs");
        assertThat(measured.distribution("bitrateKbps")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RecordType.class)
    void onlyTheSummaryOfASessionIsMeasured(RecordType type) {
        EnrichedEvent event = event(played());
        event.getEvent().setRecordType(type);

        assertThat(MeasurementFamilies.of(event.getEvent()) != null).isEqualTo(type == RecordType.VIDEO_SESSION);
    }

    @Test
    void aReportAddsNothing() {
        EnrichedEvent report = Measured.event(
                ServiceType.VIDEO, VideoReport.newBuilder().setPlayState("p").build());

        assertThat(Measured.of("video", report).sums()).isEmpty();
        assertThat(Measured.of("video", report).distinct("subscribers")).isEmpty();
    }

    @Test
    void aSessionUnderAPlannedWorkIsCountedAsSuch() {
        assertThat(Measured.of("video", Measured.underPlannedWork(event(played())))
                        .sum("eventsUnderPlannedWork"))
                .isEqualTo(1);
    }

    private static VideoSession.Builder played() {
        return session()
                .setStarted(true)
                .setStartUpTimeMs(800L)
                .setPlayingTimeMs(60_000)
                .setStallTimeMs(1_500L)
                .setStalls(2)
                .setMeanBitrateKbps(2_000.4)
                .setBitrateWeightMs(60_000)
                .setBitrateSwitches(3);
    }

    private static VideoSession.Builder session() {
        return VideoSession.newBuilder()
                .setSessionId("sid")
                .setStart(Measured.NOON.minusSeconds(70))
                .setEnd(Measured.NOON);
    }

    private static EnrichedEvent event(VideoSession.Builder session) {
        return Measured.event(ServiceType.VIDEO, session.build());
    }

    private static Measured measured(VideoSession.Builder session) {
        return Measured.of("video", event(session));
    }
}
