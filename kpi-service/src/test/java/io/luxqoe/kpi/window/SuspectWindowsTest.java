package io.luxqoe.kpi.window;

import static io.luxqoe.kpi.window.Events.answeredCall;
import static io.luxqoe.kpi.window.Events.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.schemas.BlockLosses;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuspectWindowsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path stateDir;

    private KpiHarness kpi;

    @BeforeEach
    void start() {
        kpi = new KpiHarness(
                KpiHarness.spec(Duration.ofMinutes(2), "PT1M", "PT15M"), List.of(Axis.of("cell", 3)), stateDir);
    }

    @AfterEach
    void stop() {
        kpi.close();
    }

    @Test
    void onlyTheWindowsOfTheSourceThatLostSomethingAreSuspect() {
        kpi.send(block("msc-1", inCell("a", "msc-1", NOON)));
        kpi.send(block("msc-2", inCell("b", "msc-2", NOON)));
        kpi.send(losing(12, block("msc-1", inCell("a", "msc-1", NOON.plusSeconds(30)))));
        close();

        Map<String, List<String>> reasons = reasons("PT1M");
        assertThat(reasons).containsEntry("a 12:00", List.of("lost-numbers: msc-1 (12)"));
        assertThat(reasons).containsEntry("b 12:00", List.of());
        assertThat(reasons("PT15M")).containsEntry("a 12:00", List.of("lost-numbers: msc-1 (12)"));
    }

    @Test
    void aSilentSourceMakesTheWindowsSuspectThatItUsuallyContributesTo() {
        kpi.send(block("msc-1", inCell("a", "msc-1", NOON)));
        kpi.send(block("msc-2", inCell("a", "msc-2", NOON)));
        EnrichedBlock silence = Events.idle("msc-1");
        silence.setSourceSilent(true);
        kpi.send(silence);
        kpi.send(block("msc-2", inCell("a", "msc-2", NOON.plusSeconds(300))));
        close();

        assertThat(reasons("PT1M")).containsEntry("a 12:05", List.of("silent: msc-1 since 2026-11-20T12:00:00Z"));
    }

    @Test
    void whatCameTooLateForAMinuteMakesItsQuarterSuspect() {
        kpi.send(block("msc-1", inCell("a", "msc-1", NOON), inCell("a", "msc-1", NOON.plusSeconds(600))));
        kpi.send(block("msc-1", inCell("a", "msc-1", NOON.plusSeconds(20))));
        close();

        assertThat(reasons("PT15M")).containsEntry("a 12:00", List.of("late: msc-1 (1)"));
    }

    @Test
    void otherIsSuspectIfOneOfItsKeysIs() {
        for (int key = 0; key < 5; key++) {
            kpi.send(block("msc-" + key, inCell("cell-" + key, "msc-" + key, NOON)));
        }
        kpi.send(losing(3, block("msc-4", inCell("cell-4", "msc-4", NOON.plusSeconds(1)))));
        kpi.send(losing(2, block("msc-3", inCell("cell-3", "msc-3", NOON.plusSeconds(1)))));
        kpi.send(block("msc-0", inCell("cell-0", "msc-0", NOON)));
        kpi.send(block("msc-1", inCell("cell-1", "msc-1", NOON), inCell("cell-1", "msc-1", NOON)));
        kpi.send(block("msc-4", inCell("cell-4", "msc-4", NOON.plusSeconds(2))));
        close(5);

        assertThat(reasons("PT1M"))
                .containsEntry("cell-4 12:00", List.of("lost-numbers: msc-4 (3)"))
                .containsEntry("cell-1 12:00", List.of())
                .containsEntry("other 12:00", List.of("lost-numbers: msc-3 (2)"));
    }

    private final Map<String, Map<String, List<String>>> said = new HashMap<>();

    private Map<String, List<String>> reasons(String size) {
        kpi.published().stream()
                .filter(each -> each.value.getStatus() == KpiWindowStatus.FINAL)
                .forEach(each -> said.computeIfAbsent(each.key.getWindowSize(), fresh -> new HashMap<>())
                        .put(each.key.getValue() + " " + start(each.value), because(each.value)));
        return said.getOrDefault(size, Map.of());
    }

    private static List<String> because(KpiWindow window) {
        assertThat(window.getSuspect()).isEqualTo(!window.getSuspectReasons().isEmpty());
        return window.getSuspectReasons();
    }

    private static String start(KpiWindow window) {
        return window.getStart().toString().substring(11, 16);
    }

    private void close() {
        close(3);
    }

    private void close(int sources) {
        kpi.pass(Duration.ofSeconds(1));
        for (int source = 0; source < sources; source++) {
            kpi.send(Events.idle("msc-" + source));
        }
        kpi.pass(Duration.ofSeconds(1));
        kpi.send(block("msc-9", inCell("z", "msc-9", NOON.plusSeconds(1100))));
        kpi.pass(Duration.ofSeconds(1));
    }

    private static EnrichedBlock losing(long numbers, EnrichedBlock block) {
        block.setLosses(BlockLosses.newBuilder().setNumbersMissing(numbers).build());
        return block;
    }

    private static EnrichedEvent inCell(String cell, String source, Instant time) {
        EnrichedEvent event = answeredCall(source, time);
        event.getEvent().getLocation().setCellKey(cell);
        return event;
    }
}
