package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.window.FinalListener;
import io.luxqoe.kpi.window.FinalWindow;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/**
 * The first keys of the newest FINAL windows, ranked while the windows are closed, so that the first question for a fresh
 * window reads no store. Of each family and size it has the {@value RankedWindows#KEPT} newest windows, and of them {@value
 * RankedWindow#ROWS} keys of each KPI, from above and from below.
 */
@Component
final class FreshRankings implements FinalListener {

    private final ConcurrentMap<Integer, Map<String, RankedWindows>> ofTasks = new ConcurrentHashMap<>();

    @Override
    public void onFinal(int partition, FinalWindow window) {
        ofTasks.computeIfAbsent(partition, fresh -> new ConcurrentHashMap<>())
                .computeIfAbsent(window.series().family(), fresh -> new RankedWindows())
                .take(window);
    }

    @Override
    public void left(int partition) {
        ofTasks.remove(partition);
    }

    /**
     * The ranking of a window that is FINAL for every key.
     *
     * @param standing of the partition, by which it is FINAL
     * @return nothing if not all of it was told here, or not so many rows are kept of it
     */
    Optional<Ranking> of(int partition, Asked asked, int limit, Standing standing) {
        Subject subject = asked.subject();
        if (asked.end() > standing.finalUntil() || asked.fewSamples()) {
            return Optional.empty();
        }
        RankedWindows ofFamily = ofTasks.getOrDefault(partition, Map.of()).get(subject.family());
        return ofFamily == null
                ? Optional.empty()
                : ofFamily.ranking(asked, standing).filter(ranking -> ranking.hasFirst(limit));
    }
}
