package io.luxqoe.local.count;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.schemas.topic.LuxHeaders;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/** Adds up the records of the topics that are counted; the blocks of events by their header alone. */
final class TopicTally {

    private final Deserializer<KpiKey> kpiKeys;
    private final Deserializer<KpiWindow> kpiWindows;
    private final Deserializer<KpiProgress> kpiProgress;
    private final Deserializer<SourceStatus> sourceStatus;
    private final Deserializer<Alarm> alarms;

    private final WindowTally windows = new WindowTally();
    private final Map<String, KpiProgress> progressByPartition = new HashMap<>();
    private final Map<String, Long> duplicatesBySource = new HashMap<>();
    private long decoded;
    private long enriched;
    private long deadLettered;
    private long otherDeadLetters;
    private long lateRecords;
    private long videoSessions;
    private long raised;
    private long cleared;

    TopicTally(AvroSerdes serdes) {
        this.kpiKeys = serdes.forKey(KpiKey.class).deserializer();
        this.kpiWindows = serdes.forValue(KpiWindow.class).deserializer();
        this.kpiProgress = serdes.forValue(KpiProgress.class).deserializer();
        this.sourceStatus = serdes.forValue(SourceStatus.class).deserializer();
        this.alarms = serdes.forValue(Alarm.class).deserializer();
    }

    /** Adds a record of {@code topic}, received at {@code received}. */
    void add(LuxTopic topic, ConsumerRecord<byte[], byte[]> entry, Instant received) {
        switch (topic) {
            case EVENT_DECODED -> decoded += events(entry);
            case EVENT_ENRICHED -> enriched += events(entry);
            case EVENT_LATE -> lateRecords++;
            case VIDEO_SESSION -> videoSessions++;
            case DECODER_DEAD_LETTER -> deadLettered++;
            case ENRICHMENT_DEAD_LETTER, KPI_DEAD_LETTER, ALARM_DEAD_LETTER -> otherDeadLetters++;
            default -> {
                if (entry.key() != null && entry.value() != null) {
                    addReadable(topic, entry, received);
                }
            }
        }
    }

    /** Anybody may write to a topic: what is not ours is passed over, as the services do, and no reason to stop. */
    private void addReadable(LuxTopic topic, ConsumerRecord<byte[], byte[]> entry, Instant received) {
        try {
            addAvro(topic, entry, received);
        } catch (SerializationException notOurs) {
            // the service that reads the topic has a dead letter for it, and that is counted
        }
    }

    private void addAvro(LuxTopic topic, ConsumerRecord<byte[], byte[]> entry, Instant received) {
        String name = topic.topicName();
        String key = new String(entry.key(), StandardCharsets.UTF_8);
        switch (topic) {
            case KPI_COMPUTED ->
                windows.add(
                        kpiKeys.deserialize(name, entry.key()), kpiWindows.deserialize(name, entry.value()), received);
            case KPI_PROGRESS -> progressByPartition.put(key, kpiProgress.deserialize(name, entry.value()));
            case SOURCE_STATUS ->
                duplicatesBySource.put(
                        key, sourceStatus.deserialize(name, entry.value()).getDuplicates());
            case ALARM_CHANGED ->
                addAlarm(alarms.deserialize(name, entry.value()).getTransition());
            default -> throw new IllegalArgumentException(name + " is not counted");
        }
    }

    private void addAlarm(AlarmTransition transition) {
        if (transition == AlarmTransition.RAISED) {
            raised++;
        } else if (transition == AlarmTransition.CLEARED) {
            cleared++;
        }
    }

    private static long events(ConsumerRecord<byte[], byte[]> entry) {
        Header header = entry.headers().lastHeader(LuxHeaders.EVENTS);
        return header == null ? 0 : Long.parseLong(new String(header.value(), StandardCharsets.UTF_8));
    }

    void clearLatency() {
        windows.clearLatency();
    }

    Counts counts(long rawRecords) {
        return new Counts(
                rawRecords,
                decoded,
                deadLettered,
                duplicatesBySource.values().stream().mapToLong(Long::longValue).sum(),
                enriched,
                progressByPartition.values().stream()
                        .mapToLong(KpiProgress::getCounted)
                        .sum(),
                progressByPartition.values().stream()
                        .mapToLong(KpiProgress::getLate)
                        .sum(),
                lateRecords,
                otherDeadLetters,
                videoSessions,
                windows.finals(),
                windows.open(),
                raised,
                cleared,
                windows.latency());
    }
}
