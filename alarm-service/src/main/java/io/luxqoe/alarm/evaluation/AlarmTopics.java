package io.luxqoe.alarm.evaluation;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of the alarm service.
 *
 * @param windows KPI windows in
 * @param rules rules as people write them, in
 * @param acceptedRules the valid ones of them, out and in
 * @param changes transitions of alarms, out and in
 */
public record AlarmTopics(
        Topic<KpiKey, KpiWindow> windows,
        Topic<String, AlarmRule> rules,
        Topic<String, AlarmRule> acceptedRules,
        Topic<String, Alarm> changes) {

    /** The topics, read and written by those serdes. */
    public static AlarmTopics with(AvroSerdes avro) {
        return new AlarmTopics(
                new Topic<>(
                        LuxTopic.KPI_COMPUTED.topicName(), avro.forKey(KpiKey.class), avro.forValue(KpiWindow.class)),
                new Topic<>(LuxTopic.ALARM_RULE.topicName(), Serdes.String(), avro.forValue(AlarmRule.class)),
                new Topic<>(LuxTopic.ALARM_RULE_ACCEPTED.topicName(), Serdes.String(), avro.forValue(AlarmRule.class)),
                new Topic<>(LuxTopic.ALARM_CHANGED.topicName(), Serdes.String(), avro.forValue(Alarm.class)));
    }
}
