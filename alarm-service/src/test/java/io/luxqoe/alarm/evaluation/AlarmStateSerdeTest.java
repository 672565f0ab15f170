package io.luxqoe.alarm.evaluation;

import static io.luxqoe.alarm.AlarmRecords.CELL;
import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.alarm.lifecycle.AlarmLifecycle;
import io.luxqoe.alarm.lifecycle.AlarmState;
import io.luxqoe.alarm.lifecycle.Observation;
import io.luxqoe.alarm.lifecycle.StepState;
import io.luxqoe.alarm.rule.WatchRule;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.streams.avro.AvroSerdes;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class AlarmStateSerdeTest {

    private final AlarmStateSerde serde = new AlarmStateSerde(
            AlarmTopics.with(AvroSerdes.mock("alarm-state-serde")).changes());

    @Test
    void aStateComesBackAsItWas() {
        AlarmState counting = new AlarmState(
                -5,
                List.of(new StepState(true, 3), new StepState(false, 10_000)),
                7,
                Instant.parse("2026-11-20T10:00:00Z"),
                null);

        assertThat(again(counting)).isEqualTo(counting);
    }

    @Test
    void aStandingAlarmComesBackWithIt() {
        WatchRule rule = WatchRule.of(lowAsr());
        KpiWindow window = window(0, KpiWindowStatus.FINAL, 0.6);
        AlarmState standing = AlarmLifecycle.observe(
                        rule,
                        CELL,
                        null,
                        Observation.of(rule, window, window.getValues().get(0)))
                .state();

        assertThat(standing.isStanding()).isTrue();
        assertThat(again(standing)).isEqualTo(standing);
    }

    @Test
    void aVersionThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> serde.deserializer().deserialize("changelog", new byte[] {2, 0, 0}))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 2");
    }

    private AlarmState again(AlarmState state) {
        return serde.deserializer().deserialize("changelog", serde.serializer().serialize("changelog", state));
    }
}
