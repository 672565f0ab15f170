package io.luxqoe.alarm.rule;

import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.streams.store.MemoryStore;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The global store of the rules in force. Bounded by its compacted topic: a rule that is deleted is a tombstone. */
public final class RuleStore extends MemoryStore<AlarmRule> implements RulesInForce {

    private final TreeMap<String, AlarmRule> rules = new TreeMap<>();
    private long edition;
    private @Nullable RuleBook book;

    public RuleStore(String name) {
        super(name);
    }

    /** @throws InvalidRuleException for an invalid rule, which leaves the store as it is */
    @Override
    protected synchronized void put(String ruleId, @Nullable AlarmRule rule) {
        if (rule == null) {
            rules.remove(ruleId);
        } else {
            WatchRule.of(rule);
            rules.put(ruleId, rule);
        }
        edition++;
        book = null;
    }

    @Override
    protected synchronized void clear() {
        rules.clear();
        edition++;
        book = null;
    }

    @Override
    public synchronized List<AlarmRule> all() {
        requireOpen();
        return List.copyOf(rules.values());
    }

    @Override
    public synchronized Optional<AlarmRule> rule(String ruleId) {
        requireOpen();
        return Optional.ofNullable(rules.get(ruleId));
    }

    @Override
    public synchronized RuleBook book() {
        requireOpen();
        if (book == null) {
            book = new RuleBook(edition, rules.values());
        }
        return book;
    }
}
