package io.luxqoe.local.count;

import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One-minute windows open and FINAL, and the latency of what they say; the coarser ones are made of these, and a day may
 * stay open for a day. Bounded by the windows that are open and by the KPI keys.
 */
final class WindowTally {

    private static final String COUNTED = "PT1M";

    private record OpenWindow(KpiKey key, Instant start) {}

    private final Set<OpenWindow> open = new HashSet<>();
    private final Map<KpiKey, Instant> newestRaw = new HashMap<>();
    private final LatencyHistogram latency = new LatencyHistogram();
    private long finals;

    /** Takes a statement about a window, received at {@code received}. */
    void add(KpiKey key, KpiWindow window, Instant received) {
        if (!key.getWindowSize().equals(COUNTED)) {
            return;
        }
        OpenWindow id = new OpenWindow(key, window.getStart());
        if (window.getStatus() == KpiWindowStatus.FINAL) {
            open.remove(id);
            finals++;
        } else {
            open.add(id);
        }
        Instant raw = window.getNewestRawTime();
        if (raw != null) {
            Instant before = newestRaw.get(key);
            // Only what brings something new has a latency: a window is said again when it closes.
            if (before == null || raw.isAfter(before)) {
                newestRaw.put(key, raw);
                latency.add(received.toEpochMilli() - raw.toEpochMilli());
            }
        }
    }

    void clearLatency() {
        latency.clear();
    }

    long finals() {
        return finals;
    }

    long open() {
        return open.size();
    }

    LatencySummary latency() {
        return latency.summary();
    }
}
