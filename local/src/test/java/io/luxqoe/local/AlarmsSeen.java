package io.luxqoe.local;

import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.topic.LuxTopic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The transitions on {@code lux.alarm.changed.v1}. */
final class AlarmsSeen {

    private final List<Alarm> transitions = new ArrayList<>();

    private AlarmsSeen() {}

    static AlarmsSeen read(LocalSystem system) {
        AlarmsSeen seen = new AlarmsSeen();
        CommittedRecords.read(
                system,
                LuxTopic.ALARM_CHANGED.topicName(),
                new StringDeserializer(),
                system.serdes().forValue(Alarm.class).deserializer(),
                message -> seen.transitions.add(message.value()));
        return seen;
    }

    /** Ids of the alarms that made a transition, sorted; an alarm that made it twice is there twice. */
    List<String> withTransition(AlarmTransition transition) {
        return transitions.stream()
                .filter(alarm -> alarm.getTransition() == transition)
                .map(Alarm::getAlarmId)
                .sorted()
                .toList();
    }
}
