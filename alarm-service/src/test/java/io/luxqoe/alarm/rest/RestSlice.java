package io.luxqoe.alarm.rest;

import io.luxqoe.alarm.board.Alarms;
import io.luxqoe.alarm.evaluation.AlarmHarness;
import io.luxqoe.alarm.rule.RulesInForce;
import io.luxqoe.schemas.AlarmRule;
import java.util.Objects;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The controllers as the service sets them up, over the topology of the test that runs. */
@TestConfiguration(proxyBeanMethods = false)
class RestSlice {

    /** A topology for each test; before the first and after the last, stores that cannot be read. */
    static final class Backend implements StoreReader, RulePublisher {

        private @Nullable AlarmHarness topology;
        private @Nullable RuntimeException writeFailure;

        void start() {
            topology = new AlarmHarness();
            writeFailure = null;
        }

        void stop() {
            if (topology != null) {
                topology.close();
            }
            topology = null;
        }

        void failToWrite(RuntimeException failure) {
            writeFailure = failure;
        }

        AlarmHarness topology() {
            return Objects.requireNonNull(topology);
        }

        @Override
        public Alarms alarms() {
            return running().alarms();
        }

        @Override
        public RulesInForce rules() {
            return running().rules();
        }

        @Override
        public void put(AlarmRule rule) {
            failIfAsked();
            topology().put(rule);
        }

        @Override
        public void delete(String ruleId) {
            failIfAsked();
            topology().delete(ruleId);
        }

        private AlarmHarness running() {
            if (topology == null) {
                throw new InvalidStateStoreException("stopped");
            }
            return topology;
        }

        private void failIfAsked() {
            if (writeFailure != null) {
                throw writeFailure;
            }
        }
    }

    @Bean
    Backend backend() {
        return new Backend();
    }
}
