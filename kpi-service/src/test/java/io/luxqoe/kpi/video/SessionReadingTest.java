package io.luxqoe.kpi.video;

import static io.luxqoe.kpi.video.Player.event;
import static io.luxqoe.kpi.video.Player.request;
import static io.luxqoe.kpi.video.Player.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.luxqoe.kpi.video.VideoMessage.Promise;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.Outcome;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.SourceContext;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.schemas.VideoSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionReadingTest {

    private static final VideoSpec SPEC = new VideoSpec(
            Duration.ofMinutes(2), Duration.ofHours(12), Duration.ofMinutes(5), Duration.ofMinutes(1), 1, 1);
    private static final long T = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();

    private final VideoBuffer buffer = new VideoBuffer(SPEC, VideoTasks.SUMMARIES);

    @Test
    void aViewingInEventModeIsReadFromItsStates() {
        report(0, state("sid", "s"));
        report(1_200, event("sid", "ps", report -> {
            report.setPlayState("p");
            report.setPlayheadBitrateKbps(2000.0);
        }));
        report(11_200, state("sid", "r"));
        report(13_700, state("sid", "p"));
        report(23_700, event("sid", "bc", report -> report.setEncodedBitrateKbps(4000.0)));
        report(33_700, state("sid", "k"));
        report(34_000, state("sid", "p"));
        report(44_000, state("sid", "e"));

        VideoSession session = only();

        assertThat(session.getStarted()).isTrue();
        assertThat(session.getStartUpTimeMs()).isEqualTo(1_200);
        assertThat(session.getPlayingTimeMs()).isEqualTo(40_000);
        assertThat(session.getStallTimeMs()).isEqualTo(2_500);
        assertThat(session.getStalls()).isEqualTo(1);
        assertThat(session.getMeanBitrateKbps()).isEqualTo(3000.0);
        assertThat(session.getBitrateWeightMs()).isEqualTo(40_000);
        assertThat(session.getBitrateSwitches()).isEqualTo(1);
        assertThat(session.getEndState()).isEqualTo("e");
        assertThat(session.getEnd()).isEqualTo(Instant.ofEpochMilli(T + 44_000));
    }

    @Test
    void aPlayerOfVersionOneTellsWhatItFetchedAndNoStallTime() {
        for (int i = 0; i < 10; i++) {
            VideoReport request = request("sid", i < 5 ? 1000.0 : 3000.0, 4000.0);
            request.setVersion(1);
            request.setBufferStarved(i == 7);
            report(i * 4_000L, request);
        }

        VideoSession session = only();

        assertThat(session.getStarted()).isTrue();
        assertThat(session.getPlayingTimeMs()).isEqualTo(40_000);
        assertThat(session.getMeanBitrateKbps()).isEqualTo(2000.0);
        assertThat(session.getBitrateSwitches()).isEqualTo(1);
        assertThat(session.getStalls()).isEqualTo(1);
        assertThat(session.getStallTimeMs()).isNull();
        assertThat(session.getStartUpTimeMs()).isNull();
        assertThat(session.getVersion()).isEqualTo(1);
    }

    @Test
    void countsSinceTheBeginningGoBeforeWhatTheStatesSay() {
        report(0, state("sid", "s"));
        report(1_000, state("sid", "p"));
        report(5_000, event("sid", "t", report -> {
            report.setBufferStarvations(3L);
            report.setBufferStarvationTotalMs(4_400.4);
            report.setDroppedFrames(7L);
        }));
        report(9_000, event("sid", "t", report -> {
            report.setBufferStarvations(4L);
            report.setBufferStarvationTotalMs(5_000.0);
            report.setDroppedFrames(9L);
        }));

        VideoSession session = only();

        assertThat(session.getStalls()).isEqualTo(4);
        assertThat(session.getStallTimeMs()).isEqualTo(5_000);
        assertThat(session.getDroppedFrames()).isEqualTo(9);
    }

    @Test
    void oneStarvationThatRequestsAndEventsTellIsOne() {
        report(0, state("sid", "p"));
        report(1_000, event("sid", "t", report -> report.setBufferStarvationDurationMs(700.0)));
        VideoReport request = request("sid", 1000.0, 4000.0);
        request.setBufferStarvationDurationMs(700.0);
        report(1_100, request);

        VideoSession session = only();

        assertThat(session.getStalls()).isEqualTo(1);
        assertThat(session.getStallTimeMs()).isEqualTo(700);
    }

    @Test
    void anAttemptStartsOrFailsOrIsGivenUp() {
        report(0, state("fails", "s"));
        report(900, event("fails", "ps", report -> {
            report.setPlayState("f");
            report.setErrorCodes(List.of("E2", "E1"));
        }));
        report(0, state("gives up", "s"));
        report(900, state("gives up", "q"));
        report(0, state("falls silent", "s"));
        report(0, state("breaks", "p"));
        report(900, state("breaks", "f"));
        report(0, state("plays", "p"));

        List<EnrichedEvent> ended = end();

        assertThat(ended)
                .extracting(
                        summary -> session(summary).getSessionId(),
                        summary -> session(summary).getStarted(),
                        summary -> session(summary).getStartFailed(),
                        summary -> session(summary).getExitedBeforeStart(),
                        summary -> session(summary).getPlaybackFailed(),
                        summary -> summary.getEvent().getOutcome())
                .containsExactlyInAnyOrder(
                        tuple("fails", false, true, false, false, Outcome.FAILURE),
                        tuple("gives up", false, false, true, false, Outcome.FAILURE),
                        tuple("falls silent", false, false, true, false, Outcome.FAILURE),
                        tuple("breaks", true, false, false, true, Outcome.DROPPED),
                        tuple("plays", true, false, false, false, Outcome.SUCCESS));
        assertThat(ended)
                .filteredOn(summary -> session(summary).getStartFailed())
                .extracting(summary -> session(summary).getErrorCodes())
                .containsExactly(List.of("E1", "E2"));
    }

    @Test
    void whatGoesOnAfterALongPauseIsNoAttemptAndCountsFromThereOn() {
        report(0, numbered(1, state("sid", "s")));
        report(1_000, numbered(2, state("sid", "p")));
        report(400_000, numbered(3, event("sid", "t", report -> report.setBufferStarvations(5L))));
        report(401_000, numbered(4, event("sid", "ps", report -> {
            report.setPlayState("p");
            report.setBufferStarvations(7L);
        })));

        List<EnrichedEvent> ended = end();

        assertThat(ended).extracting(summary -> session(summary).getContinued()).containsExactly(false, true);
        assertThat(session(ended.get(1)).getStalls()).isEqualTo(2);
        assertThat(ended.get(1).getEvent().getOutcome()).isEqualTo(Outcome.PARTIAL);
    }

    @Test
    void theSummaryIsTheEventOfTheFirstReportAtTheTimeOfTheLast() {
        EnrichedEvent later = event("edge-2", T + 5_000, state("sid", "p"));
        EnrichedEvent first = event("edge-1", T, state("sid", "s"));
        first.getEvent().setDeviceTac("35678901");
        buffer.add(later, null, 20);
        buffer.add(first, new SourceContext("Vendor", "1.0", "Europe/Paris"), 10);

        EnrichedEvent summary = end().get(0);

        assertThat(summary.getEvent().getSource()).isEqualTo("edge-1");
        assertThat(summary.getEvent().getDeviceTac()).isEqualTo("35678901");
        assertThat(summary.getSource())
                .isNotNull()
                .extracting(SourceContext::getVendor)
                .isEqualTo("Vendor");
        assertThat(summary.getEvent().getEventTime()).isEqualTo(Instant.ofEpochMilli(T + 5_000));
        assertThat(summary.getEvent().getRecordType()).isEqualTo(RecordType.VIDEO_SESSION);
        assertThat(summary.getEvent().getEventId())
                .hasSize(22)
                .isNotEqualTo(first.getEvent().getEventId());
        assertThat(session(summary).getSources()).containsExactly("edge-1", "edge-2");
    }

    @Test
    void aReportWithoutSessionIsOfNone() {
        VideoReport report = state("sid", "p");
        report.setSessionId(null);

        assertThat(buffer.add(event("edge-1", T, report), null, 0)).isFalse();
        assertThat(end()).isEmpty();
    }

    private static VideoReport numbered(long number, VideoReport report) {
        report.setSequenceNumber(number);
        return report;
    }

    private void report(long after, VideoReport report) {
        buffer.add(event("edge-1", T + after, report), null, 0);
    }

    private VideoSession only() {
        List<EnrichedEvent> ended = end();
        assertThat(ended).hasSize(1);
        return session(ended.get(0));
    }

    private List<EnrichedEvent> end() {
        VideoTasks keeper = new VideoTasks(SPEC);
        buffer.drainTo(keeper::send);
        keeper.send(VideoSessionProcessor.NO_SESSION, new Promise(0, T + 86_400_000));
        keeper.commit();
        return keeper.summaries();
    }

    private static VideoSession session(EnrichedEvent summary) {
        return (VideoSession) summary.getEvent().getDetails();
    }
}
