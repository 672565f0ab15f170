package io.luxqoe.kpi.completeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The late events of one combine task since the last commit, by source and by the window that they missed. Coarser windows
 * that hold that one and are still open lack them, too. Kept in memory alone: drained before each commit.
 */
public final class LateEvents {

    private final Map<String, Map<Span, Long>> bySource = new TreeMap<>();

    /**
     * Adds one event.
     *
     * @param windowStart start of the window that it missed, epoch ms
     * @param windowEnd end of it, exclusive, epoch ms
     */
    public void add(String source, long windowStart, long windowEnd) {
        bySource.computeIfAbsent(source, first -> new TreeMap<>())
                .merge(new Span(windowStart, windowEnd - 1), 1L, Long::sum);
    }

    /** Takes out what was added, one incident for each source and window, in their order. */
    public List<Incident> drain() {
        List<Incident> drained = new ArrayList<>();
        bySource.forEach((source, windows) -> windows.forEach((window, count) ->
                drained.add(new Incident(source, window.from(), window.to(), IncidentKind.LATE, count))));
        bySource.clear();
        return drained;
    }
}
