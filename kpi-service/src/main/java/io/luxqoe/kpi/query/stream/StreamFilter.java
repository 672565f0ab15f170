package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.read.Baseline;
import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.util.Optional;

/**
 * What a client wants of the topic.
 *
 * @param subject KPI, axis and window size
 * @param key what the key is, or begins with
 * @param exact whether the key is that, and does not only begin with it
 * @param finalOnly whether PROVISIONAL windows are of no interest
 */
record StreamFilter(Subject subject, String key, boolean exact, boolean finalOnly) {

    /** What can be said by the key of a record alone, and leaves few filters to try. */
    record Kind(String family, String axis, String window) {

        static Kind of(KpiKey key) {
            return new Kind(key.getFamily(), key.getAxis(), key.getWindowSize());
        }
    }

    Kind kind() {
        return new Kind(subject.family(), subject.axis(), subject.window());
    }

    /** Whether a key is wanted of those of the filter's kind. */
    boolean wants(KpiKey of) {
        return exact ? of.getValue().equals(key) : of.getValue().startsWith(key);
    }

    boolean wants(KpiWindow window) {
        return !finalOnly || window.getStatus() == KpiWindowStatus.FINAL;
    }

    /** The value of a KPI in a window; nothing if the window was published before there was this KPI. */
    static Optional<KpiPoint> point(String kpi, KpiKey key, KpiWindow window) {
        return window.getValues().stream()
                .filter(value -> value.getKpi().equals(kpi))
                .findFirst()
                .map(value -> point(value, key, window));
    }

    private static KpiPoint point(KpiValue value, KpiKey key, KpiWindow window) {
        return new KpiPoint(
                key.getValue(),
                window.getStart(),
                window.getEnd(),
                window.getStatus(),
                window.getRevision(),
                value.getValue(),
                value.getSamples(),
                value.getFewSamples(),
                window.getSuspect(),
                window.getSuspectReasons(),
                Baseline.of(value.getBaseline()));
    }
}
