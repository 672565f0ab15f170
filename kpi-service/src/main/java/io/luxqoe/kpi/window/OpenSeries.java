package io.luxqoe.kpi.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The open windows of one series and size, put together from what the store holds: a coarser window gets a finer one only
 * when that is final, so those that are open are added here.
 */
final class OpenSeries {

    private final SeriesKey series;
    private final WindowSize size;
    private final List<String> parts;
    private final Map<Long, WindowState> own = new TreeMap<>();
    private final Map<Long, WindowState> ofParts = new TreeMap<>();

    OpenSeries(SeriesKey series, WindowSize size, WindowSizes sizes) {
        this.series = series;
        this.size = size;
        this.parts = sizes.partsOf(size).stream().map(WindowSize::id).toList();
    }

    /** Takes an entry of the store, of this series. */
    void add(OpenWindows.Key key, byte[] octets) {
        if (key.size().equals(size.id())) {
            own.put(key.start(), WindowState.fromBytes(octets));
        } else if (parts.contains(key.size())) {
            WindowState part = WindowState.fromBytes(octets);
            size.forEachHolding(key.start(), start -> ofParts.computeIfAbsent(start, fresh -> WindowState.empty())
                    .merge(part));
        }
    }

    /** The windows that start in {@code [from, to)} and have events. */
    List<ReadWindow> windows(long from, long to) {
        ofParts.forEach((start, state) ->
                own.computeIfAbsent(start, fresh -> WindowState.empty()).merge(state));
        ofParts.clear();
        List<ReadWindow> windows = new ArrayList<>();
        own.forEach((start, state) -> {
            if (start >= from && start < to && state.events() > 0) {
                windows.add(new ReadWindow(series, size, start, false, state));
            }
        });
        return windows;
    }
}
