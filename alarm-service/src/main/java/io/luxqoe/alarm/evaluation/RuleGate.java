package io.luxqoe.alarm.evaluation;

import io.luxqoe.alarm.rule.InvalidRuleException;
import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.AlarmRule;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Lets valid rules and deletions pass; an invalid rule is a dead letter, and what was in force stays so. */
final class RuleGate extends ContextualProcessor<String, AlarmRule, String, AlarmRule> {

    @Override
    public void process(Record<String, AlarmRule> record) {
        AlarmRule rule = record.value();
        if (record.key() == null) {
            throw new InvalidRuleException(List.of("the record must have the ruleId as its key"));
        }
        if (rule != null) {
            WatchRule valid = WatchRule.of(rule);
            if (!record.key().equals(valid.id())) {
                throw new InvalidRuleException(List.of("the key of the record must be the ruleId"));
            }
        }
        context().forward(record);
    }
}
