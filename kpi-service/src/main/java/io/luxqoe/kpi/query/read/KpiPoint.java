package io.luxqoe.kpi.query.read;

import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Value of one KPI for one key and window.
 *
 * @param key value on the axis
 * @param start start of the window, inclusive
 * @param end end of the window, exclusive
 * @param status PROVISIONAL or FINAL
 * @param revision statements published about the window so far
 * @param value in the KPI's unit; null where it is not defined, as a ratio without a denominator
 * @param samples what it rests on
 * @param fewSamples whether these are fewer than the KPI needs to mean something
 * @param suspect suspectFlag of TS 32.435: the window may be incomplete
 * @param suspectReasons why
 * @param baseline comparison with history; null where there is none
 */
public record KpiPoint(
        String key,
        Instant start,
        Instant end,
        KpiWindowStatus status,
        int revision,
        @Nullable Double value,
        long samples,
        boolean fewSamples,
        boolean suspect,
        List<String> suspectReasons,
        @Nullable Baseline baseline) {}
