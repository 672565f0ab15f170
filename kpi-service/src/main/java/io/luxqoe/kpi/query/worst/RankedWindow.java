package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.window.FinalWindow;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** One window of a family, size and task, ranked by every KPI on every axis. */
final class RankedWindow {

    /** Rows of each ranking. */
    static final int ROWS = 100;

    private final String size;
    private final long start;
    private final long end;
    private final Map<Subject, Map<Order, TopRows>> rankings = new HashMap<>();

    RankedWindow(String size, long start, long end) {
        this.size = size;
        this.start = start;
        this.end = end;
    }

    void take(FinalWindow window) {
        for (KpiValue value : window.values()) {
            Subject subject = new Subject(
                    value.getKpi(), window.series().family(), window.series().axis(), size);
            KpiPoint point = null;
            for (TopRows top : rankings.computeIfAbsent(subject, this::fresh).values()) {
                if (top.wants(value.getValue(), value.getSamples(), value.getFewSamples())) {
                    point = point == null ? point(window, value) : point;
                    top.keep(point);
                }
            }
        }
    }

    /** An axis that is not here has no events in the window. */
    Ranking ranking(Asked asked, Standing standing) {
        TopRows top = rankings.getOrDefault(asked.subject(), Map.of()).get(asked.order());
        return (top == null ? new TopRows(asked, ROWS) : top).ranking(standing);
    }

    private Map<Order, TopRows> fresh(Subject subject) {
        Map<Order, TopRows> both = new EnumMap<>(Order.class);
        for (Order order : new Order[] {Order.HIGHEST, Order.LOWEST}) {
            both.put(order, new TopRows(new Asked(subject, start, end, order, false), ROWS));
        }
        return both;
    }

    /** As it is read of a store, where a ranking looks up no baseline. */
    private KpiPoint point(FinalWindow window, KpiValue value) {
        return new KpiPoint(
                window.series().value(),
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(end),
                KpiWindowStatus.FINAL,
                window.revision(),
                value.getValue(),
                value.getSamples(),
                value.getFewSamples(),
                !window.reasons().isEmpty(),
                window.reasons(),
                null);
    }
}
