package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowSizeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T12:00:00Z,2026-03-28T23:00:00Z,PT23H",
        "2026-10-25T12:00:00Z,2026-10-24T22:00:00Z,PT25H",
        "2026-07-01T21:59:59Z,2026-06-30T22:00:00Z,PT24H"
    })
    void aDayIsTheOneOfItsZone(Instant time, Instant start, Duration length) {
        WindowSize day = WindowSize.of("P1D", PARIS);

        long from = day.startOf(time.toEpochMilli());
        assertThat(Instant.ofEpochMilli(from)).isEqualTo(start);
        assertThat(day.endOf(from) - from).isEqualTo(length.toMillis());
    }

    @Test
    void aTimeLiesInAsManyHoppingWindowsAsHopsMakeALength() {
        WindowSize hopping = WindowSize.of("PT5M/PT1M", PARIS);
        List<Long> starts = new ArrayList<>();
        hopping.forEachHolding(600_001, starts::add);

        assertThat(starts).containsExactly(600_000L, 540_000L, 480_000L, 420_000L, 360_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P2D", "PT7M", "PT0.5S", "PT5M/PT2M", "PT5M/PT1M/PT1M", "fast", "-PT1M", "PT36H"})
    void whatIsNoSizeIsRefusedByItsName(String id) {
        assertThatThrownBy(() -> WindowSize.of(id, PARIS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(id);
    }

    @Test
    void aSizeIsBuiltFromTheCoarsestThatItIsMadeOf() {
        WindowSizes sizes = sizes("P1D", "PT1H", "PT15M", "PT5M/PT1M", "PT1M");

        assertThat(built(sizes, "PT1M")).containsExactly("PT5M/PT1M", "PT15M");
        assertThat(built(sizes, "PT15M")).containsExactly("PT1H", "P1D");
        assertThat(built(sizes, "PT1H")).isEmpty();
        assertThat(sizes.coarsest().id()).isEqualTo("P1D");
        assertThat(sizes.partsOf(sizes.named("P1D").orElseThrow()))
                .extracting(WindowSize::id)
                .containsExactly("PT15M", "PT1M");
    }

    @Test
    void aSizeThatIsNotMadeOfOthersIsRefused() {
        assertThatThrownBy(() -> sizes("PT10M", "PT15M")).hasMessageContaining("PT15M is not made of any of");
        assertThatThrownBy(() -> sizes("P1D")).hasMessageContaining("shortest");
        assertThatThrownBy(() -> sizes("PT1M", "PT1M")).hasMessageContaining("twice");
    }

    private static List<String> built(WindowSizes sizes, String finer) {
        return sizes.builtFrom(sizes.named(finer).orElseThrow()).stream()
                .map(WindowSize::id)
                .toList();
    }

    private static WindowSizes sizes(String... ids) {
        return new WindowSizes(
                Stream.of(ids).map(id -> WindowSize.of(id, PARIS)).toList());
    }
}
