package io.luxqoe.alarm.evaluation;

import io.luxqoe.alarm.lifecycle.AlarmLifecycle;
import io.luxqoe.alarm.lifecycle.AlarmState;
import io.luxqoe.alarm.lifecycle.Verdict;
import io.luxqoe.alarm.lifecycle.Watch;
import io.luxqoe.alarm.rule.RuleBook;
import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of each rule and key, by alarm id: an entry only where there is something to remember. Bounded by the
 * rules and the keys they watch; goes with its rule, and once it has been at rest for long.
 */
final class AlarmStates {

    private final KeyValueStore<String, AlarmState> states;

    AlarmStates(KeyValueStore<String, AlarmState> states) {
        this.states = states;
    }

    @Nullable
    AlarmState get(String alarmId) {
        return states.get(alarmId);
    }

    void put(String alarmId, AlarmState state) {
        if (!state.isForgettable()) {
            states.put(alarmId, state);
        } else if (states.get(alarmId) != null) {
            states.delete(alarmId);
        }
    }

    /** Ends every state whose rule watches its key no more. */
    void sweep(RuleBook rules, Instant now, Consumer<Alarm> transitions) {
        for (KeyValue<String, AlarmState> entry : all()) {
            AlarmId id = AlarmId.parse(entry.key);
            WatchRule rule = rules.rule(id.ruleId());
            String lost = Watch.lost(rule, id.axis(), id.key(), entry.value.alarm());
            if (lost != null) {
                Verdict verdict = AlarmLifecycle.abandon(entry.value, now, lost);
                if (rule == null) {
                    states.delete(entry.key);
                } else {
                    put(entry.key, verdict.state());
                }
                if (verdict.transition() != null) {
                    transitions.accept(verdict.transition());
                }
            }
        }
    }

    /** Forgets what does not stand and was not touched for that long before {@code latest}. */
    void forgetBefore(Instant latest, Duration forgetAfter) {
        Instant bound = latest.minus(forgetAfter);
        for (KeyValue<String, AlarmState> entry : all()) {
            if (!entry.value.isStanding() && entry.value.touched().isBefore(bound)) {
                states.delete(entry.key);
            }
        }
    }

    private List<KeyValue<String, AlarmState>> all() {
        List<KeyValue<String, AlarmState>> all = new ArrayList<>();
        try (KeyValueIterator<String, AlarmState> entries = states.all()) {
            entries.forEachRemaining(all::add);
        }
        return all;
    }
}
