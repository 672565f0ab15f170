package io.luxqoe.kpi.window;

import static io.luxqoe.kpi.window.Events.answeredCall;
import static io.luxqoe.kpi.window.Events.block;
import static io.luxqoe.kpi.window.Events.idle;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoarseWindowsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(2);

    @TempDir
    Path stateDir;

    private KpiHarness kpi;

    @BeforeEach
    void start() {
        kpi = new KpiHarness(KpiHarness.spec(GRACE, "PT1M", "PT5M/PT1M", "PT15M", "PT1H"), KpiHarness.AXES, stateDir);
    }

    @AfterEach
    void stop() {
        kpi.close();
    }

    @Test
    void everySizeIsFinalOnceWithTheEventsThatLieInIt() {
        for (int minute = 0; minute < 60; minute++) {
            kpi.send(block("msc-1", answeredCall("msc-1", NOON.plusSeconds(60L * minute))));
        }
        kpi.send(block("msc-1", answeredCall("msc-1", NOON.plusSeconds(4000))));
        kpi.pass(Duration.ofSeconds(1));

        Map<String, Integer> windows = new TreeMap<>();
        Map<String, Long> seizures = new TreeMap<>();
        for (KeyValue<KpiKey, KpiWindow> said : kpi.published()) {
            if (said.key.getAxis().equals("cell") && said.value.getStatus() == KpiWindowStatus.FINAL) {
                windows.merge(said.key.getWindowSize(), 1, Integer::sum);
                seizures.merge(
                        said.key.getWindowSize(), said.value.getMeasurements().get("seizures"), Long::sum);
            }
        }
        assertThat(windows).containsEntry("PT1M", 60).containsEntry("PT15M", 4).containsEntry("PT1H", 1);
        assertThat(seizures)
                .containsEntry("PT1M", 60L)
                .containsEntry("PT15M", 60L)
                .containsEntry("PT1H", 60L)
                .containsEntry("PT5M/PT1M", 5 * 60L);
    }

    @Test
    void aCoarseWindowIsReadableWithTheFinerOnesThatAreOpen() {
        kpi.send(block("msc-1", answeredCall("msc-1", NOON), answeredCall("msc-1", NOON.plusSeconds(240))));
        kpi.send(block("msc-1", answeredCall("msc-1", NOON.plusSeconds(241))));
        kpi.pass(Duration.ofSeconds(1));

        SeriesKey cell = new SeriesKey("voice", "cell", Events.CELL);
        for (String size : List.of("PT5M/PT1M", "PT15M", "PT1H")) {
            WindowSize of =
                    KpiHarness.spec(GRACE, "PT1M", size).sizes().named(size).orElseThrow();
            assertThat(kpi.reader().ofSeries(cell, of, NOON.toEpochMilli(), NOON.toEpochMilli() + 1))
                    .as(size)
                    .singleElement()
                    .satisfies(window -> {
                        assertThat(window.isFinal()).isFalse();
                        assertThat(window.state().events()).isEqualTo(3);
                    });
        }
    }

    @Test
    void whenTrafficStopsTheCoarseWindowsCloseToo() {
        kpi.send(block("msc-1", answeredCall("msc-1", Instant.EPOCH.plusSeconds(90))));
        kpi.send(idle("msc-1"));
        kpi.pass(Duration.ofSeconds(1));
        // one of the hopping windows ends with the minute
        assertThat(finals()).containsExactlyInAnyOrder("PT1M", "PT5M/PT1M");

        kpi.pass(Duration.ofMinutes(18));
        assertThat(finals()).containsExactlyInAnyOrder("PT5M/PT1M", "PT5M/PT1M", "PT5M/PT1M", "PT5M/PT1M", "PT15M");

        kpi.pass(Duration.ofHours(1));
        assertThat(finals()).containsExactly("PT1H");
    }

    @Test
    void anHourIsThereAtOnceThoughItsMinuteIsStillOpen() {
        kpi.send(block("msc-1", answeredCall("msc-1", NOON)));
        kpi.pass(Duration.ofSeconds(1));

        SeriesKey cell = new SeriesKey("voice", "cell", Events.CELL);
        WindowSize hour = WindowSize.of("PT1H", java.time.ZoneOffset.UTC);
        assertThat(kpi.reader().ofSeries(cell, hour, NOON.toEpochMilli(), NOON.toEpochMilli() + 1))
                .singleElement()
                .satisfies(window -> assertThat(window.state().events()).isEqualTo(1));
        assertThat(kpi.reader().keys("voice", "cell", "208-")).containsExactly(Events.CELL);
        assertThat(kpi.reader().keys("voice", "cell", "209-")).isEmpty();
    }

    private List<String> finals() {
        return kpi.published().stream()
                .filter(said -> said.value.getStatus() == KpiWindowStatus.FINAL
                        && said.key.getAxis().equals("cell"))
                .map(said -> said.key.getWindowSize())
                .toList();
    }
}
