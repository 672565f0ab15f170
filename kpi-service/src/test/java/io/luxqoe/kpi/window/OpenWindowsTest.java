package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.kpi.completeness.Contributors;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.kpi.window.Combined.Folded;
import io.luxqoe.kpi.window.Combined.Partial;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class OpenWindowsTest {

    private static final long NOON = Instant.parse("2026-11-20T12:00:00Z").toEpochMilli();
    private static final SeriesKey BRETAGNE = new SeriesKey("voice", "region", "Bretagne");
    private static final WindowSize MINUTE = WindowSize.of("PT1M", ZoneOffset.UTC);
    private static final WindowSize HOUR = WindowSize.of("PT1H", ZoneOffset.UTC);
    private static final WindowSize DAY = WindowSize.of("P1D", ZoneOffset.UTC);

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("open-windows").get();
    private final OpenWindows open = new OpenWindows(store, new WindowSizes(List.of(MINUTE, HOUR, DAY)));

    @Test
    void aClosedWindowStaysInTheStoreUntilTheCoarserOnesHaveComeThereWithIt() {
        measure(3);
        open.save();
        assertThat(stored()).isEqualTo(Map.of("PT1M", 3L, "PT1H", 0L, "P1D", 0L));

        close(MINUTE, HOUR);
        assertThat(stored()).as("nothing is lost to a query").isEqualTo(Map.of("PT1M", 3L, "PT1H", 0L, "P1D", 0L));

        open.save();
        assertThat(stored()).isEqualTo(Map.of("PT1H", 3L, "P1D", 0L));
    }

    @Test
    void whatCameAndWasClosedBetweenTwoSavesIsInTheStoreToo() {
        measure(3);
        open.save();
        open.open(BRETAGNE, MINUTE, NOON).state().merge(partial(2));

        close(MINUTE, HOUR);
        assertThat(stored()).isEqualTo(Map.of("PT1M", 5L, "PT1H", 0L, "P1D", 0L));

        close(HOUR, DAY);
        assertThat(stored()).as("the hour is made of its minute").isEqualTo(Map.of("PT1M", 5L, "PT1H", 0L, "P1D", 0L));

        open.save();
        assertThat(stored()).isEqualTo(Map.of("P1D", 5L));
    }

    @Test
    void windowsOfSeveralSizesThatCloseAtOnceAreInTheCoarsest() {
        measure(3);
        open.save();

        close(MINUTE, HOUR);
        close(HOUR, DAY);
        open.save();

        assertThat(stored()).isEqualTo(Map.of("P1D", 3L));
    }

    private void measure(long events) {
        open.open(BRETAGNE, MINUTE, NOON).state().merge(partial(events));
        open.open(BRETAGNE, HOUR, NOON);
        open.open(BRETAGNE, DAY, DAY.startOf(NOON));
    }

    private static Partial partial(long events) {
        return new Partial(MINUTE.id(), NOON, NOON, events, new Tally(), new Contributors(), Folded.NONE);
    }

    private void close(WindowSize size, WindowSize coarser) {
        long end = size.endOf(NOON);
        for (OpenWindow window : open.takeDue(Lane.EVENTS, end + 1, 0)) {
            open.open(BRETAGNE, coarser, coarser.startOf(window.start()))
                    .state()
                    .merge(window.state());
            open.forget(window);
        }
    }

    private Map<String, Long> stored() {
        Map<String, Long> events = new TreeMap<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(entry -> events.put(
                    OpenWindows.Key.parse(entry.key).size(),
                    WindowState.fromBytes(entry.value).events()));
        }
        return events;
    }
}
