package io.luxqoe.kpi.window;

import static io.luxqoe.kpi.window.Events.answeredCall;
import static io.luxqoe.kpi.window.Events.block;
import static io.luxqoe.kpi.window.Events.failedCall;
import static io.luxqoe.kpi.window.Events.idle;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.streams.avro.AvroSerdes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTopologyTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(2);

    @TempDir
    Path stateDir;

    private KpiHarness kpi;

    @BeforeEach
    void start() {
        kpi = new KpiHarness(GRACE, stateDir);
    }

    @AfterEach
    void stop() {
        kpi.close();
    }

    @Test
    void aWindowIsProvisionalWhileItFillsAndFinalOnce() {
        kpi.send(block("msc-1", answeredCall("msc-1", NOON), failedCall("msc-1", NOON.plusSeconds(30))));
        kpi.pass(Duration.ofSeconds(1));
        KpiWindow provisional = only(kpi.published("cell", KpiWindowStatus.PROVISIONAL));
        kpi.send(block("msc-1", failedCall("msc-1", NOON.plusSeconds(40))));
        kpi.send(idle("msc-1"));
        kpi.pass(Duration.ofSeconds(1));
        KpiWindow last = only(kpi.published("cell", KpiWindowStatus.FINAL));
        kpi.pass(Duration.ofMinutes(1));

        assertThat(provisional.getStart()).isEqualTo(NOON);
        assertThat(provisional.getEnd()).isEqualTo(NOON.plusSeconds(60));
        assertThat(values(provisional)).containsEntry("voice.asr", 0.5).containsEntry("voice.attempts", 2.0);
        assertThat(last.getMeasurements()).containsEntry("seizures", 3L).containsEntry("answered", 1L);
        assertThat(values(last)).containsEntry("voice.mean-holding-time", 30.0);
        assertThat(last.getRevision()).isGreaterThan(provisional.getRevision());
        assertThat(kpi.published()).isEmpty();
    }

    @Test
    void everyAxisGetsTheEventUnderItsOwnKey() {
        kpi.send(block("msc-1", answeredCall("msc-1", NOON)));
        kpi.pass(Duration.ofSeconds(1));

        assertThat(kpi.published())
                .extracting(window -> window.key.getAxis() + "=" + window.key.getValue())
                .containsExactlyInAnyOrder("cell=" + Events.CELL, "region=Bretagne", "numberClass=mobile");
    }

    @Test
    void anEventIsLateByTheOrderOfItsOwnSourceAlone() {
        kpi.send(block("msc-slow", answeredCall("msc-slow", NOON)));
        kpi.send(block("msc-fast", answeredCall("msc-fast", NOON.plusSeconds(3600))));
        kpi.pass(Duration.ofSeconds(1));
        kpi.send(block("msc-slow", answeredCall("msc-slow", NOON.plusSeconds(1))));
        kpi.send(block("msc-fast", answeredCall("msc-fast", NOON.plusSeconds(2))));
        kpi.pass(Duration.ofSeconds(1));

        TestRecord<String, EnrichedEvent> late = kpi.late().readRecord();
        assertThat(late.key()).isEqualTo("msc-fast");
        assertThat(late.value().getEvent().getEventTime()).isEqualTo(NOON.plusSeconds(2));
        assertThat(header(late, "lux-window-start")).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(header(late, "lux-window-size")).isEqualTo("PT1M");
        assertThat(header(late, "lux-late-by-ms")).isEqualTo(Long.toString((3600 - 60 - 120) * 1000L));
        assertThat(kpi.late().isEmpty()).isTrue();
        KpiProgress progress = kpi.lastProgress();
        assertThat(progress.getCounted()).isEqualTo(3);
        assertThat(progress.getLate()).isEqualTo(1);
    }

    @Test
    void anEventAtTheVeryEndOfGraceIsCountedAndOneMillisecondLaterIsLate() {
        Instant closes = NOON.plusSeconds(60).plus(GRACE);
        kpi.send(block("msc-1", answeredCall("msc-1", closes), answeredCall("msc-1", NOON)));
        assertThat(kpi.late().isEmpty()).isTrue();

        kpi.send(block("msc-1", answeredCall("msc-1", closes.plusMillis(1)), answeredCall("msc-1", NOON)));
        assertThat(kpi.late().readValuesToList()).hasSize(1);
    }

    @Test
    void aWindowWaitsForTheSlowestActiveSource() {
        kpi.send(block("msc-slow", answeredCall("msc-slow", NOON)));
        kpi.send(block("msc-fast", answeredCall("msc-fast", NOON.plusSeconds(3600))));
        kpi.pass(Duration.ofSeconds(1));
        assertThat(kpi.published("cell", KpiWindowStatus.FINAL)).isEmpty();

        kpi.send(idle("msc-slow"));
        kpi.pass(Duration.ofSeconds(1));
        KpiWindow closed = only(kpi.published("cell", KpiWindowStatus.FINAL));
        assertThat(closed.getStart()).isEqualTo(NOON);
    }

    @Test
    void whatASilentSourceBringsAfterItsWindowsClosedIsLate() {
        kpi.send(block("msc-1", answeredCall("msc-1", NOON)));
        kpi.send(idle("msc-1"));
        kpi.pass(Duration.ofSeconds(1));
        kpi.send(block(
                "msc-1", answeredCall("msc-1", NOON.plusSeconds(5)), answeredCall("msc-1", NOON.plusSeconds(60))));

        assertThat(kpi.late().readValuesToList())
                .extracting(event -> event.getEvent().getEventTime())
                .containsExactly(NOON.plusSeconds(5));
    }

    @Test
    void windowsStayOpenUntilEveryPartitionHasSpoken() {
        kpi.send(idle("~0"));
        kpi.pass(Duration.ofSeconds(1));

        assertThat(kpi.lastProgress().getIdle()).isTrue();
        assertThat(kpi.published()).isEmpty();
    }

    @Test
    void theTopologyIsAsReviewed() throws IOException {
        String described = KpiHarness.topology(
                        KpiTopics.with(AvroSerdes.mock("golden")),
                        KpiHarness.spec(GRACE),
                        KpiHarness.settings(stateDir))
                .describe()
                .toString();
        try (InputStream golden = getClass().getResourceAsStream("/measurement-topology.golden.txt")) {
            assertThat(golden).isNotNull();
            assertThat(described).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertThat(described).doesNotContain("KSTREAM-").doesNotContain("KTABLE-");
    }

    private static KpiWindow only(List<KpiWindow> windows) {
        assertThat(windows).hasSize(1);
        return windows.get(0);
    }

    private static Map<String, Double> values(KpiWindow window) {
        return window.getValues().stream()
                .filter(value -> value.getValue() != null)
                .collect(Collectors.toMap(KpiValue::getKpi, KpiValue::getValue));
    }

    private static String header(TestRecord<?, ?> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
