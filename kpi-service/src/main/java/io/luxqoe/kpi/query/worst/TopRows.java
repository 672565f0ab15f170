package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.schemas.KpiWindowStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the first rows of all that come, in a heap that has the last of them on top. */
final class TopRows implements Consumer<KpiPoint> {

    private final Asked asked;
    private final int most;
    private final Comparator<KpiPoint> order;
    private final PriorityQueue<KpiPoint> rows;
    private long ranked;
    private long fewSamples;
    private long noValue;
    private boolean provisional;

    TopRows(Asked asked, int most) {
        this.asked = asked;
        this.most = most;
        order = asked.comparator();
        rows = new PriorityQueue<>(order.reversed());
    }

    @Override
    public void accept(KpiPoint point) {
        provisional |= point.status() != KpiWindowStatus.FINAL;
        if (wants(point.value(), point.samples(), point.fewSamples())) {
            keep(point);
        }
    }

    /** Counts a key, and tells whether it may be among the first rows, to be given to {@link #keep} then. */
    boolean wants(@Nullable Double value, long samples, boolean few) {
        if (value == null) {
            noValue++;
            return false;
        }
        if (few && !asked.fewSamples()) {
            fewSamples++;
            return false;
        }
        ranked++;
        return rows.size() < most || asked.compare(value, samples, rows.element()) <= 0;
    }

    void keep(KpiPoint point) {
        if (rows.size() < most) {
            rows.add(point);
        } else if (order.compare(point, rows.element()) < 0) {
            rows.remove();
            rows.add(point);
        }
    }

    /** The ranking, of partitions that stood there before their windows were read. */
    Ranking ranking(Standing before) {
        List<KpiPoint> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        boolean isFinal = asked.end() <= before.finalUntil() && !provisional;
        return new Ranking(
                List.copyOf(sorted),
                ranked,
                fewSamples,
                noValue,
                isFinal ? KpiWindowStatus.FINAL : KpiWindowStatus.PROVISIONAL,
                before);
    }
}
