package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.kpi.window.FinalWindow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The newest windows of a family that a task has closed, ranked. A task tells them, and queries ask. */
final class RankedWindows {

    /** Windows of each size: the one that is being closed, and two that are. */
    static final int KEPT = 3;

    private record Id(String size, long start) {}

    private final Map<String, TreeMap<Long, RankedWindow>> bySize = new HashMap<>();
    private @Nullable Id first;

    /** The first windows that a task tells may be the rest of what it closed before it failed or moved: they do not count. */
    synchronized void take(FinalWindow window) {
        Id id = new Id(window.size().id(), window.start());
        if (first == null) {
            first = id;
        }
        if (id.equals(first)) {
            return;
        }
        TreeMap<Long, RankedWindow> ofSize = bySize.computeIfAbsent(id.size, fresh -> new TreeMap<>());
        RankedWindow ranked = ofSize.get(id.start);
        if (ranked == null) {
            ranked = new RankedWindow(id.size, id.start, window.size().endOf(id.start));
            ofSize.put(id.start, ranked);
            if (ofSize.size() > KEPT) {
                ofSize.pollFirstEntry();
            }
        }
        ranked.take(window);
    }

    /** The ranking of a window that is closed; nothing if it is not here. */
    synchronized Optional<Ranking> ranking(Asked asked, Standing standing) {
        RankedWindow ranked =
                bySize.getOrDefault(asked.subject().window(), new TreeMap<>()).get(asked.start());
        return ranked == null ? Optional.empty() : Optional.of(ranked.ranking(asked, standing));
    }
}
