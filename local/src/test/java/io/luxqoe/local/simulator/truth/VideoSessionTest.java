package io.luxqoe.local.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.network.Collector;
import io.luxqoe.local.simulator.traffic.PlayerReport;
import io.luxqoe.local.simulator.traffic.PlayerReport.BitrateChange;
import io.luxqoe.local.simulator.traffic.PlayerReport.Interval;
import io.luxqoe.local.simulator.traffic.PlayerReport.ObjectRequest;
import io.luxqoe.local.simulator.traffic.PlayerReport.StateChange;
import io.luxqoe.local.simulator.traffic.PlayerReport.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VideoSessionTest {

    private static final Instant BEGIN = Instant.parse("2026-11-20T16:00:10Z");
    private static final Collector EVENTS = new Collector("events", Collector.Kind.EVENTS, 1);
    private static final Collector LOG = new Collector("log", Collector.Kind.ACCESS_LOG, 2);

    private final Truth truth = Truth.withGrace(Duration.ofMinutes(5));
    private int number = 1;

    @Test
    void aViewingIsTimedByTheChangesOfItsState() {
        event(0, state('s'));
        event(2_000, new StateChange('p', null, null, 1_000));
        event(12_000, state('r'));
        event(15_000, state('p'));
        event(20_000, new BitrateChange(3_000));
        event(30_000, new Interval('p', 3_000));
        event(40_000, state('e'));

        VideoSession session = only();

        assertThat(session.started()).isTrue();
        assertThat(session.startUpTimeMs()).isEqualTo(2_000);
        assertThat(session.playingTimeMs()).isEqualTo(35_000);
        assertThat(session.stallTimeMs()).isEqualTo(3_000);
        assertThat(session.stalls()).isEqualTo(1);
        assertThat(session.bitrateKbpsMs()).isEqualTo(15_000 * 1_000L + 20_000 * 3_000L);
        assertThat(session.bitrateWeightMs()).isEqualTo(35_000);
        assertThat(session.switches()).isEqualTo(1);
        assertThat(figures("host", "edge").sums())
                .containsAllEntriesOf(Map.of(
                        "sessions", 1L, "started", 1L, "startFailures", 0L, "exitsBeforeStart", 0L, "stalls", 1L));
        assertThat(figures("source", "events").startUpTimesMs()).containsExactly(2_000L);
    }

    @Test
    void whatAPlayerTellsOfItsStartAndItsStarvationsHasPrecedence() {
        event(0, state('s'));
        event(2_000, new StateChange('p', 1_990, null, null));
        event(12_000, state('r'));
        event(15_000, new StateChange('p', null, 2_997, null));
        assertThat(only().startUpTimeMs()).isEqualTo(1_990);
        assertThat(only().stallTimeMs()).isEqualTo(2_997);
        assertThat(only().bitrateWeightMs()).isZero();
    }

    @Test
    void anErrorBeforeItPlaysFailsTheStartAndOneAfterItThePlayback() {
        event(0, state('s'));
        event(1_000, state('f'));
        assertThat(only().startFailed()).isTrue();
        assertThat(only().playbackFailed()).isFalse();
        event(2_000, state('p'));
        event(3_000, state('f'));
        assertThat(only().startFailed()).isFalse();
        assertThat(only().playbackFailed()).isTrue();
    }

    @Test
    void whoIsNotHeardOfAgainHasLeftBeforeTheStart() {
        event(0, state('s'));
        assertThat(only().started()).isFalse();
        assertThat(only().startFailed()).isFalse();
        assertThat(figures("host", "edge").sums()).containsEntry("exitsBeforeStart", 1L);
    }

    @Test
    void afterALongSilenceItIsAnotherSessionThatContinues() {
        event(0, state('s'));
        event(1_000, state('p'));
        event(121_000, state('a'));
        event(241_001, state('p'));
        event(250_000, state('q'));
        List<VideoSession> sessions = truth.videoSessions();
        assertThat(sessions).extracting(VideoSession::continued).containsExactly(false, true);
        assertThat(sessions).extracting(VideoSession::playingTimeMs).containsExactly(120_000L, 8_999L);
        assertThat(sessions).extracting(VideoSession::startUpTimeMs).containsExactly(1_000L, null);
    }

    @Test
    void requestsAloneTellWhatWasFetched() {
        request(0, new ObjectRequest('m', 0, 0, false, null));
        request(100, new ObjectRequest('v', 400, 6_000, false, null));
        assertThat(only().started()).isFalse();
        request(6_000, new ObjectRequest('a', 128, 6_000, false, null));
        request(12_000, new ObjectRequest('v', 800, 6_000, false, null));
        assertThat(only().started()).isTrue();
        assertThat(only().playingTimeMs()).isEqualTo(12_000);
        assertThat(only().bitrateKbpsMs()).isEqualTo(6_000 * 1_200L);
        assertThat(only().switches()).isEqualTo(1);
        assertThat(only().stallTimeMs()).isZero();
        request(18_000, new ObjectRequest('v', 800, 6_000, true, null));
        assertThat(only().stalls()).isEqualTo(1);
        assertThat(only().stallTimeMs()).isNull();
        assertThat(figures("source", "log").sums()).containsEntry("observedPlayingTimeMs", 0L);
    }

    @Test
    void eventsAndRequestsOfAViewingAreOneSession() {
        request(1, new ObjectRequest('v', 400, 6_000, false, null));
        event(0, state('s'));
        event(500, new StateChange('p', null, null, 1_000));
        event(10_500, state('e'));
        assertThat(only().source()).isEqualTo("events");
        assertThat(only().playingTimeMs()).isEqualTo(10_000);
        assertThat(only().bitrateKbpsMs()).isEqualTo(6_000 * 400L);
    }

    private static StateChange state(char state) {
        return new StateChange(state, null, null, null);
    }

    private void event(long afterMs, Told told) {
        deliver(EVENTS, afterMs, told);
    }

    private void request(long afterMs, ObjectRequest told) {
        deliver(LOG, afterMs, told);
    }

    private void deliver(Collector collector, long afterMs, Told told) {
        PlayerReport.Viewing viewing = new PlayerReport.Viewing("sid", "content", "edge");
        PlayerReport report = new PlayerReport(collector, viewing, number++, BEGIN.plusMillis(afterMs), told);
        truth.accept(collector.id(), List.of(new DeliveredRecord(report, Condition.INTACT)));
    }

    private VideoSession only() {
        assertThat(truth.videoSessions()).hasSize(1);
        return truth.videoSessions().get(0);
    }

    private ViewingFigures figures(String axis, String value) {
        @Nullable
        Figures figures =
                truth.windows().get(new WindowKey("video", axis, value, Instant.parse("2026-11-20T16:00:00Z")));
        if (figures instanceof ViewingFigures viewing) {
            return viewing;
        }
        throw new AssertionError("No video window: " + truth.windows().keySet());
    }
}
