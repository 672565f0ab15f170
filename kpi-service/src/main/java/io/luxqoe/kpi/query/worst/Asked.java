package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.Subject;
import java.util.Comparator;

/**
 * What is ranked.
 *
 * @param subject KPI, axis and window size
 * @param start start of the window, epoch ms
 * @param end its end, epoch ms
 * @param order {@link Order#HIGHEST} or {@link Order#LOWEST}
 * @param fewSamples whether keys with too few samples are ranked, too
 */
record Asked(Subject subject, long start, long end, Order order, boolean fewSamples) {

    /** First what comes first. Equal values go by samples, the more the earlier, then by key, so that all agree. */
    Comparator<KpiPoint> comparator() {
        Comparator<KpiPoint> byValue = Comparator.comparingDouble(Asked::valueOf);
        return (order == Order.HIGHEST ? byValue.reversed() : byValue)
                .thenComparing(Comparator.comparingLong(KpiPoint::samples).reversed())
                .thenComparing(KpiPoint::key);
    }

    /** As {@link #comparator()} has it, as far as a key is not needed to tell. */
    int compare(double value, long samples, KpiPoint point) {
        int byValue = Double.compare(value, valueOf(point));
        if (byValue != 0) {
            return order == Order.HIGHEST ? -byValue : byValue;
        }
        return Long.compare(point.samples(), samples);
    }

    private static double valueOf(KpiPoint point) {
        Double value = point.value();
        return value == null ? Double.NaN : value;
    }
}
