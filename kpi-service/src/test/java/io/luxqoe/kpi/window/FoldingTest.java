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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldingTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(2);

    @TempDir
    Path stateDir;

    @Test
    void theSmallestKeysBeyondTheBoundAreOneAndNothingIsLost() {
        try (KpiHarness kpi = harness(3)) {
            for (int cell = 1; cell <= 6; cell++) {
                for (int call = 0; call < cell; call++) {
                    kpi.send(Events.block("msc-1", inCell(cell, NOON)));
                }
            }
            close(kpi);

            assertThat(seizures(kpi, "PT1M")).isEqualTo(Map.of("cell-6", 6L, "cell-5", 5L, "cell-4", 4L, "other", 6L));
        }
    }

    @Test
    void anHourFoldsByItsOwnCounts() {
        try (KpiHarness kpi = harness(1)) {
            kpi.send(Events.block("msc-1", inCell(1, NOON), inCell(1, NOON), inCell(2, NOON)));
            kpi.send(Events.block(
                    "msc-1",
                    inCell(2, NOON.plusSeconds(60)),
                    inCell(2, NOON.plusSeconds(60)),
                    inCell(2, NOON.plusSeconds(60)),
                    inCell(1, NOON.plusSeconds(60))));
            close(kpi);

            List<KeyValue<KpiKey, KpiWindow>> said = kpi.published();
            assertThat(seizures(said, "PT15M")).isEqualTo(Map.of("cell-2", 4L, "other", 3L));
            assertThat(said.stream()
                            .filter(window -> window.key.getValue().equals("other")
                                    && window.key.getAxis().equals("cell"))
                            .map(window -> window.value.getFoldedKeys()))
                    .containsOnly(1);
        }
    }

    @Test
    void keysBeyondWhatIsHeldOpenAreUnderOtherFromTheirFirstEventOn() {
        int bound = 2;
        int cells = 3 * Folding.OPEN_FACTOR * bound;
        try (KpiHarness kpi = harness(bound)) {
            for (int cell = 1; cell <= cells; cell++) {
                kpi.send(Events.block("msc-1", inCell(cell, NOON)));
                kpi.pass(Duration.ofMillis(200));
            }
            kpi.send(Events.block("msc-1", inCell(1, NOON), inCell(cells, NOON)));
            kpi.pass(Duration.ofSeconds(1));
            assertThat(kpi.reader().keys("voice", "cell", "")).hasSize(Folding.OPEN_FACTOR * bound);
            close(kpi);

            Map<String, Long> seizures = seizures(kpi, "PT1M");
            assertThat(seizures).hasSize(bound + 1).containsEntry("cell-1", 2L);
            assertThat(seizures.values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(cells + 2);
        }
    }

    private KpiHarness harness(int maxKeys) {
        return new KpiHarness(KpiHarness.spec(GRACE, "PT1M", "PT15M"), List.of(Axis.of("cell", maxKeys)), stateDir);
    }

    private static void close(KpiHarness kpi) {
        kpi.pass(Duration.ofSeconds(1));
        kpi.send(Events.block("msc-1", inCell(99, NOON.plusSeconds(3600))));
        kpi.pass(Duration.ofSeconds(1));
    }

    private static EnrichedEvent inCell(int cell, Instant time) {
        EnrichedEvent event = Events.answeredCall("msc-1", time);
        event.getEvent().getLocation().setCellKey("cell-" + cell);
        return event;
    }

    private static Map<String, Long> seizures(KpiHarness kpi, String size) {
        return seizures(kpi.published(), size);
    }

    private static Map<String, Long> seizures(List<KeyValue<KpiKey, KpiWindow>> published, String size) {
        Map<String, Long> seizures = new TreeMap<>();
        for (KeyValue<KpiKey, KpiWindow> said : published) {
            if (said.value.getStatus() == KpiWindowStatus.FINAL
                    && said.key.getWindowSize().equals(size)) {
                assertThat(seizures.put(
                                said.key.getValue(),
                                said.value.getMeasurements().get("seizures")))
                        .isNull();
            }
        }
        return seizures;
    }
}
