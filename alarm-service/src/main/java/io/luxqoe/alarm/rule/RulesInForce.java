package io.luxqoe.alarm.rule;

import io.luxqoe.schemas.AlarmRule;
import java.util.List;
import java.util.Optional;

/**
 * The rules in force, the same on every instance.
 *
 * <p>Every method throws {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while they cannot be read.
 */
public interface RulesInForce {

    /** Every rule, enabled or not, in order of ids. */
    List<AlarmRule> all();

    /** The rule of that id. */
    Optional<AlarmRule> rule(String ruleId);

    /** The rules in the form that evaluation asks; the same book until a rule changes. */
    RuleBook book();
}
