package io.luxqoe.kpi.window;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The topics of this service.
 *
 * @param enriched what is counted
 * @param late what came after its window was closed
 * @param progress where the combine tasks stand
 * @param videoSessions video sessions that have ended
 * @param computed the windows
 * @param alarms what alarms there are: what was alarmed about teaches nothing
 */
public record KpiTopics(
        Topic<String, EnrichedBlock> enriched,
        Topic<String, EnrichedEvent> late,
        Topic<String, KpiProgress> progress,
        Topic<String, EnrichedEvent> videoSessions,
        Topic<KpiKey, KpiWindow> computed,
        Topic<String, Alarm> alarms) {

    /** The topics with the serdes of a registry. */
    public static KpiTopics with(AvroSerdes serdes) {
        return new KpiTopics(
                new Topic<>(LuxTopic.EVENT_ENRICHED.topicName(), Serdes.String(), serdes.forValue(EnrichedBlock.class)),
                new Topic<>(LuxTopic.EVENT_LATE.topicName(), Serdes.String(), serdes.forValue(EnrichedEvent.class)),
                new Topic<>(LuxTopic.KPI_PROGRESS.topicName(), Serdes.String(), serdes.forValue(KpiProgress.class)),
                new Topic<>(LuxTopic.VIDEO_SESSION.topicName(), Serdes.String(), serdes.forValue(EnrichedEvent.class)),
                new Topic<>(
                        LuxTopic.KPI_COMPUTED.topicName(),
                        serdes.forKey(KpiKey.class),
                        serdes.forValue(KpiWindow.class)),
                new Topic<>(LuxTopic.ALARM_CHANGED.topicName(), Serdes.String(), serdes.forValue(Alarm.class)));
    }
}
