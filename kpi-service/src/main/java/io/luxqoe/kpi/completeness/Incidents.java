package io.luxqoe.kpi.completeness;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The incidents of all sources, as one accumulate task knows them. What it answers does not depend on the order in which
 * they came. Of each source and kind 64 are kept one by one and the earlier ones as one; {@link #dropBefore} forgets what
 * no open window can have, save what has no end: one silence of each source that never came back. Not for use by several
 * threads.
 *
 * <p>In a logged store it has one entry a source: {@link #restore} each when the task begins, {@link #save} before each
 * commit.
 */
public final class Incidents {

    private final Map<String, SourceIncidents> bySource = new HashMap<>();
    private final Set<String> changed = new HashSet<>();

    /** Adds an incident, or takes one back. */
    public void add(Incident incident) {
        SourceIncidents incidents = bySource.computeIfAbsent(incident.source(), first -> new SourceIncidents());
        incidents.add(incident);
        if (incidents.isEmpty()) {
            bySource.remove(incident.source());
        }
        changed.add(incident.source());
    }

    /**
     * Why a window may be incomplete.
     *
     * @param windowStart start of the window, inclusive, epoch ms
     * @param windowEnd end of the window, exclusive, epoch ms
     * @param expected the sources that contributed to it, and, since one that is silent contributes nothing, those of the
     *     coarser windows of the same series that are open
     */
    public Suspicion suspicionOf(long windowStart, long windowEnd, Contributors expected) {
        if (bySource.isEmpty()) {
            return Suspicion.NONE;
        }
        TreeSet<String> reasons = new TreeSet<>();
        if (expected.more()) {
            bySource.forEach((source, incidents) -> {
                if (expected.mayContain(source)) {
                    incidents.explain(source, windowStart, windowEnd, reasons);
                }
            });
        } else {
            for (String source : expected.names()) {
                SourceIncidents incidents = bySource.get(source);
                if (incidents != null) {
                    incidents.explain(source, windowStart, windowEnd, reasons);
                }
            }
        }
        return Suspicion.of(reasons);
    }

    /**
     * Forgets what ended before a time.
     *
     * @param time start of the oldest window of any size that is not final yet, whether it has events or not: the
     *     watermark less grace less the longest window, epoch ms
     */
    public void dropBefore(long time) {
        bySource.entrySet().removeIf(entry -> {
            if (entry.getValue().dropBefore(time)) {
                changed.add(entry.getKey());
            }
            return entry.getValue().isEmpty();
        });
    }

    /** Hands out what changed since the last time: source and octets, or null where nothing is left of a source. */
    public void save(BiConsumer<String, byte @Nullable []> store) {
        for (String source : changed) {
            SourceIncidents incidents = bySource.get(source);
            store.accept(source, incidents == null ? null : incidents.toBytes());
        }
        changed.clear();
    }

    /**
     * Takes up what was {@link #save saved} of a source.
     *
     * @throws IllegalArgumentException if the octets are of another version or damaged
     */
    public void restore(String source, byte[] octets) {
        bySource.put(source, SourceIncidents.fromBytes(octets));
    }
}
