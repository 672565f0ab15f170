package io.luxqoe.alarm;

import io.luxqoe.alarm.rest.RulePublisher;
import io.luxqoe.alarm.rest.RulesNotWrittenException;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.streams.Topic;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;

/** Writes rules to the topic that the topology reads them from, and waits for the broker. */
record KafkaRulePublisher(
        KafkaOperations<String, @Nullable AlarmRule> kafka, Topic<String, AlarmRule> topic, Duration timeout)
        implements RulePublisher {

    @Override
    public void put(AlarmRule rule) {
        write(rule.getRuleId(), rule);
    }

    @Override
    public void delete(String ruleId) {
        write(ruleId, null);
    }

    private void write(String ruleId, @Nullable AlarmRule rule) {
        try {
            kafka.send(topic.name(), ruleId, rule).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RulesNotWrittenException("the service is stopping", e);
        } catch (ExecutionException | TimeoutException | KafkaException | org.springframework.kafka.KafkaException e) {
            throw new RulesNotWrittenException("the rule could not be written to Kafka within " + timeout, e);
        }
    }
}
