package io.luxqoe.local.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.AlarmType;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.schemas.topic.LuxHeaders;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicTallyTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:10Z");
    private static final Instant START = Instant.parse("2026-11-20T11:59:00Z");

    private final AvroSerdes serdes = AvroSerdes.mock("topic-tally");
    private final TopicTally tally = new TopicTally(serdes);

    @Test
    void blocksCountByTheirHeaderAlone() {
        addBlock(LuxTopic.EVENT_DECODED, "50");
        addBlock(LuxTopic.EVENT_DECODED, "7");
        addBlock(LuxTopic.EVENT_DECODED, "0");
        addBlock(LuxTopic.EVENT_ENRICHED, "50");

        assertThat(tally.counts(3).rawRecords()).isEqualTo(3);
        assertThat(tally.counts(3).eventsDecoded()).isEqualTo(57);
        assertThat(tally.counts(3).enriched()).isEqualTo(50);
    }

    @Test
    void deadLettersOfTheDecoderAreApartFromThoseOfOthers() {
        add(LuxTopic.DECODER_DEAD_LETTER, null, new byte[0]);
        add(LuxTopic.KPI_DEAD_LETTER, null, new byte[0]);
        add(LuxTopic.ALARM_DEAD_LETTER, null, new byte[0]);

        assertThat(tally.counts(0).deadLettered()).isEqualTo(1);
        assertThat(tally.counts(0).otherDeadLetters()).isEqualTo(2);
    }

    @Test
    void whatIsNotWhatItsTopicHoldsIsPassedOver() {
        add(LuxTopic.KPI_COMPUTED, text("k"), text("no Avro"));
        add(LuxTopic.KPI_PROGRESS, text("0"), text("no Avro"));

        assertThat(tally.counts(0)).isEqualTo(Counts.NONE);
    }

    @Test
    void theLastWordOfEachPartitionAndSourceCounts() {
        add(LuxTopic.KPI_PROGRESS, text("0"), value(LuxTopic.KPI_PROGRESS, progress(0, 10, 1)));
        add(LuxTopic.KPI_PROGRESS, text("0"), value(LuxTopic.KPI_PROGRESS, progress(0, 30, 2)));
        add(LuxTopic.KPI_PROGRESS, text("3"), value(LuxTopic.KPI_PROGRESS, progress(3, 5, 0)));
        add(LuxTopic.SOURCE_STATUS, text("msc-1"), value(LuxTopic.SOURCE_STATUS, status("msc-1", 2)));
        add(LuxTopic.SOURCE_STATUS, text("msc-1"), value(LuxTopic.SOURCE_STATUS, status("msc-1", 3)));
        add(LuxTopic.SOURCE_STATUS, text("msc-2"), value(LuxTopic.SOURCE_STATUS, status("msc-2", 4)));

        Counts counts = tally.counts(0);

        assertThat(counts.counted()).isEqualTo(35);
        assertThat(counts.late()).isEqualTo(2);
        assertThat(counts.duplicates()).isEqualTo(7);
    }

    @Test
    void aWindowIsOpenUntilItIsFinal() {
        addWindow("cell-1", KpiWindowStatus.PROVISIONAL, NOW.minusMillis(1_500));
        addWindow("cell-1", KpiWindowStatus.PROVISIONAL, NOW.minusMillis(1_000));
        addWindow("cell-2", KpiWindowStatus.PROVISIONAL, NOW.minusMillis(900));
        assertThat(tally.counts(0).windowsOpen()).isEqualTo(2);

        addWindow("cell-1", KpiWindowStatus.FINAL, NOW.minusMillis(1_000));

        assertThat(tally.counts(0).windowsOpen()).isEqualTo(1);
        assertThat(tally.counts(0).windowsFinal()).isEqualTo(1);
    }

    @Test
    void latencyIsOfWhatBringsSomethingNew() {
        addWindow("cell-1", KpiWindowStatus.PROVISIONAL, NOW.minusMillis(1_500));
        addWindow("cell-1", KpiWindowStatus.PROVISIONAL, NOW.minusMillis(1_500));
        addWindow("cell-1", KpiWindowStatus.FINAL, NOW.minusMillis(1_500));
        addWindow("cell-1", KpiWindowStatus.PROVISIONAL, NOW.minusMillis(700));

        assertThat(tally.counts(0).latency()).isEqualTo(new LatencySummary(2, 700, 1_500, 1_500));
    }

    @Test
    void alarmsCountByTransition() {
        for (AlarmTransition transition :
                List.of(AlarmTransition.RAISED, AlarmTransition.UPDATED, AlarmTransition.CLEARED)) {
            add(LuxTopic.ALARM_CHANGED, text("a"), value(LuxTopic.ALARM_CHANGED, alarm(transition)));
        }

        assertThat(tally.counts(0).alarmsRaised()).isEqualTo(1);
        assertThat(tally.counts(0).alarmsCleared()).isEqualTo(1);
    }

    @Test
    void everyVideoSessionCounts() {
        add(LuxTopic.VIDEO_SESSION, text("sid-1"), text("a summary"));
        add(LuxTopic.VIDEO_SESSION, text("sid-2"), text("another"));

        assertThat(tally.counts(0).videoSessions()).isEqualTo(2);
    }

    @Test
    void tombstonesAreNotCounted() {
        add(LuxTopic.SOURCE_STATUS, text("msc-1"), null);

        assertThat(tally.counts(0)).isEqualTo(Counts.NONE);
    }

    @Test
    void whatWasThereBeforeIsTakenOff() {
        addBlock(LuxTopic.EVENT_DECODED, "50");
        Counts before = tally.counts(2);
        addBlock(LuxTopic.EVENT_DECODED, "7");

        Counts since = tally.counts(3).since(before);

        assertThat(since.rawRecords()).isEqualTo(1);
        assertThat(since.eventsDecoded()).isEqualTo(7);
    }

    private void addWindow(String cell, KpiWindowStatus status, Instant newestRaw) {
        KpiKey key = new KpiKey("voice", "cell", cell, "PT1M");
        KpiWindow window = KpiWindow.newBuilder()
                .setStart(START)
                .setEnd(START.plus(Duration.ofMinutes(1)))
                .setStatus(status)
                .setRevision(1)
                .setValues(List.of())
                .setMeasurements(Map.of())
                .setNewestRawTime(newestRaw)
                .build();
        String topic = LuxTopic.KPI_COMPUTED.topicName();
        byte[] keyOctets = serdes.forKey(KpiKey.class).serializer().serialize(topic, key);
        add(LuxTopic.KPI_COMPUTED, keyOctets, value(LuxTopic.KPI_COMPUTED, window));
    }

    private void addBlock(LuxTopic topic, String events) {
        ConsumerRecord<byte[], byte[]> block = new ConsumerRecord<>(topic.topicName(), 0, 0, text("msc-1"), text("x"));
        block.headers().add(LuxHeaders.EVENTS, text(events));
        tally.add(topic, block, NOW);
    }

    private void add(LuxTopic topic, byte @Nullable [] key, byte @Nullable [] value) {
        tally.add(topic, new ConsumerRecord<>(topic.topicName(), 0, 0, key, value), NOW);
    }

    @SuppressWarnings("unchecked") // the serde of the record's own class
    private byte[] value(LuxTopic topic, SpecificRecord datum) {
        return serdes.forValue((Class<SpecificRecord>) datum.getClass())
                .serializer()
                .serialize(topic.topicName(), datum);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static KpiProgress progress(int partition, long counted, long late) {
        return KpiProgress.newBuilder()
                .setPartition(partition)
                .setPartitions(4)
                .setIdle(false)
                .setCounted(counted)
                .setLate(late)
                .build();
    }

    private static SourceStatus status(String source, long duplicates) {
        return SourceStatus.newBuilder()
                .setSource(source)
                .setRawRecords(1)
                .setEvents(1)
                .setDuplicates(duplicates)
                .setRejected(0)
                .build();
    }

    private static Alarm alarm(AlarmTransition transition) {
        return Alarm.newBuilder()
                .setAlarmId("rule|cell|1")
                .setTransition(transition)
                .setRuleId("rule")
                .setAxis("cell")
                .setKey("1")
                .setAlarmType(AlarmType.QUALITY_OF_SERVICE_ALARM)
                .setProbableCause("thresholdCrossed")
                .setPerceivedSeverity(PerceivedSeverity.MAJOR)
                .setAlarmRaisedTime(START)
                .build();
    }
}
