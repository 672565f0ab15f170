package io.luxqoe.kpi.window;

import io.luxqoe.schemas.KpiValue;
import java.util.List;

/**
 * A window that has become final.
 *
 * @param series its series; {@code other} is not among those that are told
 * @param size its size
 * @param start its start, epoch ms
 * @param revision statements published about it, the final one included
 * @param reasons why it may be incomplete; empty if nothing is known to be missing
 * @param values the KPIs of its family
 */
public record FinalWindow(
        SeriesKey series, WindowSize size, long start, int revision, List<String> reasons, List<KpiValue> values) {}
