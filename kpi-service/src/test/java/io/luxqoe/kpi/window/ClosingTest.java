package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More windows are due at once than a task may state before it commits. */
class ClosingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final Duration TURN = Duration.ofMillis(100);
    private static final int AT_ONCE = 10;
    private static final int KEYS = 25;
    private static final int CELLS = 40;
    private static final int MINUTES = 3;

    @TempDir
    Path stateDir;

    private KpiHarness kpi;

    @BeforeEach
    void start() {
        kpi = new KpiHarness(
                KpiHarness.spec(GRACE, 1, 1, AT_ONCE, "PT1M", "PT15M"), List.of(Axis.of("cell", KEYS)), stateDir);
    }

    @AfterEach
    void stop() {
        kpi.close();
    }

    @Test
    void aTaskStatesNoMoreThanItMayAndGoesOn() {
        releaseAll();
        int turns = 0;
        List<KeyValue<KpiKey, KpiWindow>> all = new ArrayList<>();
        for (int silent = 0; silent < 12; turns++) {
            List<KeyValue<KpiKey, KpiWindow>> said = kpi.published();
            assertThat(said.stream().filter(ClosingTest::isOfAKey)).hasSizeLessThanOrEqualTo(2 * AT_ONCE);
            silent = said.isEmpty() ? silent + 1 : 0;
            all.addAll(said);
            kpi.pass(TURN);
        }

        assertThat(turns).isGreaterThan(MINUTES * CELLS / (2 * AT_ONCE));
        List<KeyValue<KpiKey, KpiWindow>> minutes = finals(all, "PT1M");
        assertThat(minutes.stream().filter(ClosingTest::isOfAKey))
                .hasSize(MINUTES * KEYS)
                .doesNotHaveDuplicates();
        assertThat(minutes.stream().filter(said -> !isOfAKey(said)))
                .hasSize(MINUTES)
                .allSatisfy(said -> assertThat(said.value.getFoldedKeys()).isEqualTo(CELLS - KEYS));
        assertThat(seizures(minutes)).isEqualTo(MINUTES * CELLS);
        assertThat(seizures(finals(all, "PT15M"))).isEqualTo(MINUTES * CELLS);
    }

    @Test
    void theWatermarkNeverSaysThatAWindowIsFinalBeforeItIs() {
        releaseAll();
        long closed = 0;
        long before = Watermarks.NONE;
        for (int turn = 0; turn < 40; turn++) {
            closed += finals(kpi.published(), "PT1M").stream()
                    .filter(ClosingTest::isOfAKey)
                    .count();
            long watermark = kpi.reader().watermark("voice");
            long whole = IntStream.range(0, MINUTES)
                    .filter(minute -> Watermarks.closed(
                            NOON.plusSeconds(60L * (minute + 1)).toEpochMilli(), GRACE.toMillis(), watermark))
                    .count();
            assertThat(closed).isGreaterThanOrEqualTo(whole * KEYS);
            assertThat(watermark).isGreaterThanOrEqualTo(before);
            before = watermark;
            kpi.pass(TURN);
        }
        assertThat(Instant.ofEpochMilli(before)).isAfterOrEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void howMuchIsOpenAndHowFarAllIsClosedAreGauges() {
        assertThat(kpi.gauge("lux.kpi.watermark.lag", "lane", "events")).isNaN();
        releaseAll();
        double minutesAndAQuarter = kpi.gauge("lux.kpi.windows.open");
        kpi.pass(Duration.ofSeconds(5));

        assertThat(minutesAndAQuarter).isGreaterThan(MINUTES * CELLS);
        assertThat(kpi.gauge("lux.kpi.windows.open"))
                .as("a minute and a quarter")
                .isEqualTo(2);
        assertThat(kpi.gauge("lux.kpi.watermark.lag", "lane", "events"))
                .isEqualTo((1 - kpi.reader().watermark("voice")) / 1000.0);
    }

    /** A call in each cell in each minute, and one an hour later that releases them all. */
    private void releaseAll() {
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant time = NOON.plusSeconds(60L * minute);
            kpi.send(Events.block(
                    "msc-1",
                    IntStream.range(0, CELLS)
                            .mapToObj(cell -> inCell(cell, time))
                            .toArray(EnrichedEvent[]::new)));
        }
        kpi.pass(Duration.ofSeconds(10));
        kpi.published();
        kpi.send(Events.block("msc-1", inCell(0, NOON.plusSeconds(3600)), inCell(0, NOON.plusSeconds(3601))));
        kpi.pass(TURN);
    }

    private static EnrichedEvent inCell(int cell, Instant time) {
        EnrichedEvent event = Events.answeredCall("msc-1", time);
        event.getEvent().getLocation().setCellKey("cell-" + cell);
        return event;
    }

    private static boolean isOfAKey(KeyValue<KpiKey, KpiWindow> said) {
        return !said.key.getValue().equals(Axis.OTHER);
    }

    private static long seizures(List<KeyValue<KpiKey, KpiWindow>> said) {
        return said.stream()
                .mapToLong(each -> each.value.getMeasurements().get("seizures"))
                .sum();
    }

    private static List<KeyValue<KpiKey, KpiWindow>> finals(List<KeyValue<KpiKey, KpiWindow>> said, String size) {
        return said.stream()
                .filter(each -> each.value.getStatus() == KpiWindowStatus.FINAL
                        && each.key.getWindowSize().equals(size))
                .toList();
    }
}
