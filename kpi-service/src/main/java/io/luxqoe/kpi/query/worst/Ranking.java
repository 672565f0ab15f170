package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.schemas.KpiWindowStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * The first keys of some partitions.
 *
 * @param rows in their order
 * @param ranked keys that were ranked, those after the rows included
 * @param fewSamples keys that were not, since they have too few samples
 * @param noValue keys that were not, since the KPI has no value for them
 * @param status FINAL if the window is, for every key
 * @param standing of the partitions
 */
record Ranking(
        List<KpiPoint> rows, long ranked, long fewSamples, long noValue, KpiWindowStatus status, Standing standing) {

    /** Whether no key has an event. */
    boolean isEmpty() {
        return ranked + fewSamples + noValue == 0;
    }

    boolean isFinal() {
        return status == KpiWindowStatus.FINAL;
    }

    /** Whether it has the first {@code limit} keys, or all there are. */
    boolean hasFirst(int limit) {
        return rows.size() >= limit || rows.size() == ranked;
    }

    /** The first rows of it, as of now. */
    Ranking first(int limit, Standing now) {
        List<KpiPoint> first = rows.size() <= limit ? rows : List.copyOf(rows.subList(0, limit));
        return new Ranking(first, ranked, fewSamples, noValue, status, now);
    }

    /** One ranking of several: of each the next row that comes first is taken. */
    static Ranking merge(List<Ranking> rankings, Asked asked, int limit) {
        List<KpiPoint> rows = new ArrayList<>();
        rankings.forEach(ranking -> rows.addAll(ranking.rows));
        // runs that are sorted already are what the library's merge sort is best at
        rows.sort(asked.comparator());
        return new Ranking(
                List.copyOf(rows.subList(0, Math.min(limit, rows.size()))),
                rankings.stream().mapToLong(Ranking::ranked).sum(),
                rankings.stream().mapToLong(Ranking::fewSamples).sum(),
                rankings.stream().mapToLong(Ranking::noValue).sum(),
                rankings.stream().allMatch(Ranking::isFinal) ? KpiWindowStatus.FINAL : KpiWindowStatus.PROVISIONAL,
                rankings.stream().map(Ranking::standing).reduce(Standing::and).orElseThrow());
    }
}
