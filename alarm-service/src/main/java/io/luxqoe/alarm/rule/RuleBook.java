package io.luxqoe.alarm.rule;

import io.luxqoe.schemas.AlarmRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rules in force at one moment, and which of them watch a series of windows. Does not change. */
public final class RuleBook {

    private final long edition;
    private final Map<String, WatchRule> byId = new TreeMap<>();
    private final Map<Series, List<WatchRule>> watching = new HashMap<>();

    private record Series(String axis, String windowSize, boolean isFinal) {}

    /**
     * @param edition differs between two books of different rules
     * @param rules valid rules
     */
    public RuleBook(long edition, Iterable<AlarmRule> rules) {
        this.edition = edition;
        for (AlarmRule rule : rules) {
            WatchRule watch = WatchRule.of(rule);
            byId.put(watch.id(), watch);
        }
        for (WatchRule rule : byId.values()) {
            if (rule.enabled()) {
                add(rule, true);
                if (rule.onProvisional()) {
                    add(rule, false);
                }
            }
        }
    }

    private void add(WatchRule rule, boolean isFinal) {
        watching.computeIfAbsent(new Series(rule.axis(), rule.windowSize(), isFinal), series -> new ArrayList<>())
                .add(rule);
    }

    /** Differs between two books of different rules. */
    public long edition() {
        return edition;
    }

    /** The rule of an id, enabled or not, or null. */
    public @Nullable WatchRule rule(String id) {
        return byId.get(id);
    }

    /**
     * The enabled rules that heed such windows, in order of their ids.
     *
     * @param windowSize ISO 8601 duration
     * @param isFinal whether the window takes no more events
     * @throws IllegalArgumentException if the window size is none
     */
    public List<WatchRule> watching(String axis, String windowSize, boolean isFinal) {
        return watching.getOrDefault(new Series(axis, WindowSize.canonical(windowSize), isFinal), List.of());
    }
}
