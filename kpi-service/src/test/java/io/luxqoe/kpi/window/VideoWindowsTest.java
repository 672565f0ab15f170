package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.schemas.CmcdMode;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;
import io.luxqoe.schemas.ServiceType;
import io.luxqoe.schemas.VideoReport;
import io.luxqoe.schemas.VideoSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoWindowsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path stateDir;

    private KpiHarness kpi;

    @BeforeEach
    void start() {
        kpi = new KpiHarness(
                KpiHarness.spec(Duration.ofMinutes(2), "PT1M", "PT15M"),
                List.of(Axis.of("source", 10), Axis.of("host", 10), Axis.of("cell", 10)),
                stateDir);
    }

    @AfterEach
    void stop() {
        kpi.close();
    }

    @Test
    void reportsAreOneSessionWhichIsMeasuredOnceInTheWindowOfItsEnd() {
        kpi.send(Events.block("edge-1", report("edge-1", "s-1", NOON, 1)));
        kpi.send(Events.block("edge-2", report("edge-2", "s-1", NOON.plusSeconds(70), 2)));
        kpi.send(Events.block("edge-1", report("edge-1", "s-1", NOON.plusSeconds(90), 3)));
        for (String edge : List.of("edge-1", "edge-2")) {
            kpi.send(Events.block(edge, report(edge, "later-" + edge, NOON.plusSeconds(1200), 1)));
        }
        kpi.pass(Duration.ofSeconds(3));

        EnrichedEvent summary = only(kpi.videoSessions());
        assertThat(((VideoSession) summary.getEvent().getDetails()).getReports())
                .isEqualTo(3);
        assertThat(summary.getEvent().getEventTime()).isEqualTo(NOON.plusSeconds(90));
        assertThat(kpi.published())
                .filteredOn(said -> said.value.getStatus() == KpiWindowStatus.FINAL
                        && said.key.getWindowSize().equals("PT1M"))
                .hasSize(2)
                .allSatisfy(said -> {
                    assertThat(said.key.getFamily()).isEqualTo("video");
                    assertThat(said.key.getAxis()).isIn("source", "host");
                    assertThat(said.value.getStart()).isEqualTo(NOON.plusSeconds(60));
                    assertThat(said.value.getMeasurements()).containsEntry("sessions", 1L);
                });
        assertThat(kpi.lastProgress().getCounted()).isEqualTo(5);
    }

    @Test
    void whenTrafficStopsSessionsEndAndTheirWindowsAreFinal() {
        kpi.send(Events.block("edge-1", report("edge-1", "s-1", NOON, 1)));
        kpi.send(Events.idle("edge-1"));
        kpi.pass(Duration.ofSeconds(3));

        assertThat(kpi.videoSessions()).hasSize(1);
        assertThat(kpi.published("host", KpiWindowStatus.FINAL))
                .extracting(KpiWindow::getStart)
                .containsExactly(NOON);
    }

    @Test
    void aReportThatComesWhenItsSessionIsOverIsLate() {
        kpi.send(Events.block("edge-1", report("edge-1", "s-1", NOON, 1)));
        kpi.send(Events.idle("edge-1"));
        kpi.pass(Duration.ofSeconds(3));
        kpi.send(Events.block("edge-1", report("edge-1", "s-1", NOON.plusSeconds(60), 2)));
        kpi.pass(Duration.ofSeconds(3));

        assertThat(kpi.late().readValuesToList()).hasSize(1);
        assertThat(kpi.videoSessions()).hasSize(1);
    }

    private static EnrichedEvent only(List<EnrichedEvent> events) {
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static EnrichedEvent report(String source, String session, Instant time, long number) {
        VideoReport report = VideoReport.newBuilder()
                .setMode(CmcdMode.QUERY)
                .setSessionId(session)
                .setSequenceNumber(number)
                .setEncodedBitrateKbps(3000.0)
                .setObjectDurationMs(4000.0)
                .setObjectType("v")
                .setRequestedHost("cdn.example.net")
                .build();
        return EnrichedEvent.newBuilder()
                .setEvent(NetworkEvent.newBuilder()
                        .setEventId(source + session + number)
                        .setEventTime(time)
                        .setSource(source)
                        .setService(ServiceType.VIDEO)
                        .setRecordType(RecordType.CMCD)
                        .setDetails(report)
                        .build())
                .build();
    }
}
