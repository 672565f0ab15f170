package io.luxqoe.kpi.window;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.TimestampedWindowStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** The final windows of a task, in a window store for each size. */
final class FinalWindows {

    private final Map<WindowSize, TimestampedWindowStore<Bytes, byte[]>> stores = new HashMap<>();

    FinalWindows(ProcessingContext context, Stage stage, WindowSizes sizes) {
        for (WindowSize size : sizes.all()) {
            stores.put(size, context.getStateStore(stage.finalWindows(size)));
        }
    }

    /** Windows of a series that start in {@code [from, to]}, by their starts. */
    SortedMap<Long, WindowState> of(SeriesKey series, WindowSize size, long from, long to) {
        SortedMap<Long, WindowState> windows = new TreeMap<>();
        try (WindowStoreIterator<ValueAndTimestamp<byte[]>> entries =
                store(size).fetch(Bytes.wrap(series.toBytes()), from, to)) {
            entries.forEachRemaining(entry -> windows.put(entry.key, WindowState.fromBytes(entry.value.value())));
        }
        return windows;
    }

    /** Stores a window, at its end: a window that ends before 1970 as of 1970, for Kafka knows no earlier time. */
    void put(OpenWindow window) {
        store(window.size())
                .put(
                        Bytes.wrap(window.series().toBytes()),
                        ValueAndTimestamp.make(window.state().toBytes(), Math.max(0, window.end())),
                        window.start());
    }

    private TimestampedWindowStore<Bytes, byte[]> store(WindowSize size) {
        TimestampedWindowStore<Bytes, byte[]> store = stores.get(size);
        if (store == null) {
            throw new IllegalArgumentException("no store for windows of " + size.id());
        }
        return store;
    }
}
