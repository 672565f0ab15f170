package io.luxqoe.kpi.export;

import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.export.ExportSettings.Export;
import io.luxqoe.schemas.KpiValue;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chosen KPIs of coarse axes as gauges {@code lux.kpi.value} with the tags {@code kpi}, {@code axis} and {@code key}. They
 * show the FINAL windows of the tasks of this instance. Safe for use by several threads.
 */
public final class ExportedKpis {

    /** Most keys of an axis whose KPIs can be exported. */
    public static final int MOST_KEYS = 1_000;

    private static final String PROPERTY = "lux.kpi.exported";

    private final Map<String, Map<String, Map<String, KpiGauges>>> byWindowAxisAndKpi = new HashMap<>();

    /**
     * What the settings name, checked.
     *
     * @param settings what is exported
     * @param catalogue the KPIs that there are
     * @param maxKeys the axes that there are, each with the most keys that it keeps apart
     * @param windows ids of the window sizes that there are
     * @throws IllegalArgumentException if something is not there, is twice or has too many keys, with the property's name
     */
    public ExportedKpis(
            ExportSettings settings,
            KpiCatalogue catalogue,
            Map<String, Integer> maxKeys,
            Collection<String> windows,
            MeterRegistry registry) {
        Set<List<String>> named = new HashSet<>();
        for (int i = 0; i < settings.exported().size(); i++) {
            Export export = settings.exported().get(i);
            check(i, export, catalogue, maxKeys, windows);
            if (!named.add(List.of(export.kpi(), export.axis()))) {
                throw wrong(i, "axis", export.kpi() + " is exported on " + export.axis() + " already");
            }
            byWindowAxisAndKpi
                    .computeIfAbsent(export.window(), window -> new HashMap<>())
                    .computeIfAbsent(export.axis(), axis -> new HashMap<>())
                    .put(export.kpi(), new KpiGauges(registry, export, maxKeys.getOrDefault(export.axis(), 0) + 1));
        }
    }

    /**
     * Tells the values of a window that has become FINAL. A task tells its windows in the order of their starts.
     *
     * @param partition partition of the task that closed it
     * @param axis id of the axis
     * @param key value on the axis
     * @param window id of the window size
     * @param start start of the window, epoch ms
     * @param values the KPIs of the window's family
     */
    public void onFinal(int partition, String axis, String key, String window, long start, List<KpiValue> values) {
        Map<String, KpiGauges> ofAxis =
                byWindowAxisAndKpi.getOrDefault(window, Map.of()).get(axis);
        if (ofAxis == null) {
            return;
        }
        for (KpiValue value : values) {
            KpiGauges gauges = ofAxis.get(value.getKpi());
            if (gauges != null) {
                gauges.tell(partition, key, start, value.getValue());
            }
        }
    }

    /** Removes what a task has told: it leaves this instance. */
    public void forget(int partition) {
        byWindowAxisAndKpi.values().stream()
                .flatMap(ofWindow -> ofWindow.values().stream())
                .flatMap(ofAxis -> ofAxis.values().stream())
                .forEach(gauges -> gauges.forget(partition));
    }

    private static void check(
            int index,
            Export export,
            KpiCatalogue catalogue,
            Map<String, Integer> maxKeys,
            Collection<String> windows) {
        if (catalogue.named(export.kpi()).isEmpty()) {
            throw wrong(index, "kpi", "no KPI " + export.kpi() + " in the catalogue");
        }
        Integer keys = maxKeys.get(export.axis());
        if (keys == null) {
            throw wrong(index, "axis", "no axis " + export.axis() + "; there are " + maxKeys.keySet());
        }
        if (keys > MOST_KEYS) {
            throw wrong(
                    index,
                    "axis",
                    "axis " + export.axis() + " keeps up to " + keys + " keys apart; what is exported has at most "
                            + MOST_KEYS);
        }
        if (!windows.contains(export.window())) {
            throw wrong(index, "window", "no window size " + export.window() + "; there are " + windows);
        }
    }

    private static IllegalArgumentException wrong(int index, String field, String reason) {
        return new IllegalArgumentException(PROPERTY + "[" + index + "]." + field + ": " + reason);
    }
}
