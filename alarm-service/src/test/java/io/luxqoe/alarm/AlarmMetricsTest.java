package io.luxqoe.alarm;

import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.window;
import static io.luxqoe.schemas.KpiWindowStatus.FINAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.alarm.board.Alarms;
import io.luxqoe.alarm.evaluation.AlarmHarness;
import io.luxqoe.alarm.rest.StoreReader;
import io.luxqoe.alarm.rule.RulesInForce;
import io.luxqoe.schemas.AlarmTransition;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

class AlarmMetricsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void transitionsAreCounted() {
        AlarmMetrics metrics = new AlarmMetrics(registry, new Closed());

        metrics.changed(AlarmTransition.RAISED);
        metrics.changed(AlarmTransition.RAISED);
        metrics.changed(AlarmTransition.CLEARED);

        assertThat(transitions("raised")).isEqualTo(2);
        assertThat(transitions("cleared")).isEqualTo(1);
        assertThat(transitions("updated")).isZero();
    }

    @Test
    void standingAlarmsAreShownBySeverity() {
        try (AlarmHarness alarms = new AlarmHarness()) {
            new AlarmMetrics(registry, alarms);
            alarms.put(lowAsr());
            alarms.windows("a", window(0, FINAL, 0.6));
            alarms.windows("b", window(0, FINAL, 0.6), window(1, FINAL, 0.9));

            assertThat(active("major")).isEqualTo(1);
            assertThat(active("critical")).isZero();
        }
    }

    @Test
    void whatCannotBeReadIsNotZero() {
        new AlarmMetrics(registry, new Closed());

        assertThat(active("major")).isNaN();
    }

    private double transitions(String transition) {
        return registry.get("lux.alarm.transitions")
                .tag("transition", transition)
                .counter()
                .count();
    }

    private double active(String severity) {
        return registry.get("lux.alarm.active")
                .tag("severity", severity)
                .gauge()
                .value();
    }

    private static final class Closed implements StoreReader {

        @Override
        public Alarms alarms() {
            throw new InvalidStateStoreException("closed");
        }

        @Override
        public RulesInForce rules() {
            throw new InvalidStateStoreException("closed");
        }
    }
}
