package io.luxqoe.local.simulator.alarm;

import io.luxqoe.local.simulator.truth.Figures;
import io.luxqoe.local.simulator.truth.KpiFigure;
import io.luxqoe.local.simulator.truth.Truth;
import io.luxqoe.local.simulator.truth.WindowKey;
import io.luxqoe.schemas.AlarmRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The alarms that rules must give for the windows of a known truth: raised and cleared on FINAL windows, in order. */
public final class AlarmOracle {

    /** What a window with too few samples does to a row of windows in succession. */
    public enum MissingData {
        /** It is passed over. */
        PASSED_OVER,
        /** The row starts anew after it. */
        BREAKS_THE_ROW
    }

    private AlarmOracle() {}

    /** The passages of all alarms, by rule, key and time; missing data is passed over. */
    public static List<AlarmPassage> passages(List<AlarmRule> rules, Truth truth) {
        return passages(rules, truth, MissingData.PASSED_OVER);
    }

    /** The passages of all alarms, by rule, key and time. */
    public static List<AlarmPassage> passages(List<AlarmRule> rules, Truth truth, MissingData missing) {
        SortedMap<WindowKey, Figures> windows = new TreeMap<>(truth.windows());
        List<AlarmPassage> passages = new ArrayList<>();
        for (AlarmRule rule : rules) {
            SortedMap<String, RuleRow> rows = new TreeMap<>();
            for (Map.Entry<WindowKey, Figures> window : windows.entrySet()) {
                @Nullable KpiFigure figure = window.getValue().kpis().get(rule.getKpi());
                if (figure != null && watches(rule, window.getKey())) {
                    rows.computeIfAbsent(window.getKey().value(), key -> new RuleRow(rule, key, missing))
                            .add(window.getKey().start(), figure);
                }
            }
            rows.values().forEach(row -> passages.addAll(row.passages()));
        }
        return passages;
    }

    /** The alarms that stand or stood. */
    public static List<ExpectedAlarm> raised(List<AlarmPassage> passages) {
        return passages.stream().map(AlarmPassage::alarm).toList();
    }

    private static boolean watches(AlarmRule rule, WindowKey key) {
        return rule.getAxis().equals(key.axis())
                && (rule.getKeys().isEmpty() || rule.getKeys().contains(key.value()));
    }
}
