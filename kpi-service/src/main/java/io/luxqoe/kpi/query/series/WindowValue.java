package io.luxqoe.kpi.query.series;

import io.luxqoe.kpi.query.read.Baseline;
import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Value of a window.
 *
 * @param start start of the window, inclusive
 * @param end end of the window, exclusive
 * @param status PROVISIONAL or FINAL
 * @param value in the KPI's unit; null where it is not defined, as a ratio without a denominator
 * @param samples what it rests on
 * @param fewSamples whether these are fewer than the KPI needs to mean something
 * @param revision statements published about the window so far
 * @param suspect suspectFlag of TS 32.435: the window may be incomplete
 * @param suspectReasons why
 * @param baseline what history says; null where it says nothing
 */
record WindowValue(
        Instant start,
        Instant end,
        KpiWindowStatus status,
        @Nullable Double value,
        long samples,
        boolean fewSamples,
        int revision,
        boolean suspect,
        List<String> suspectReasons,
        @Nullable Baseline baseline) {

    static WindowValue of(KpiPoint point) {
        return new WindowValue(
                point.start(),
                point.end(),
                point.status(),
                point.value(),
                point.samples(),
                point.fewSamples(),
                point.revision(),
                point.suspect(),
                point.suspectReasons(),
                point.baseline());
    }
}
