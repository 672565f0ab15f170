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

    private record Series(String axis, String windowSize) {}

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
                watching.computeIfAbsent(new Series(rule.axis(), rule.windowSize()), series -> new ArrayList<>())
                        .add(rule);
            }
        }
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
     * The enabled rules of an axis and window size, in order of their ids.
     *
     * @param windowSize ISO 8601 duration
     * @throws IllegalArgumentException if the window size is none
     */
    public List<WatchRule> watching(String axis, String windowSize) {
        if (watching.isEmpty()) {
            return List.of();
        }
        return watching.getOrDefault(new Series(axis, WindowSize.canonical(windowSize)), List.of());
    }
}
