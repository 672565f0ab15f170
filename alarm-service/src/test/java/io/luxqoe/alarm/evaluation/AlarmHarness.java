package io.luxqoe.alarm.evaluation;

import static io.luxqoe.alarm.AlarmRecords.START;
import static io.luxqoe.alarm.AlarmRecords.cell;

import io.luxqoe.alarm.board.AlarmQuery;
import io.luxqoe.alarm.board.Alarms;
import io.luxqoe.alarm.lifecycle.AlarmState;
import io.luxqoe.alarm.rest.RulePublisher;
import io.luxqoe.alarm.rest.StoreReader;
import io.luxqoe.alarm.rule.RulesInForce;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.AlarmTransition;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.CommonSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology under a driver, with the settings of the service; also what REST reads and writes of it. */
public final class AlarmHarness implements AutoCloseable, StoreReader, RulePublisher {

    private static final String SERVICE = "alarm-service";
    static final EvaluationSettings SETTINGS = new EvaluationSettings(Duration.ofSeconds(1), Duration.ofDays(1), 1000);

    private final AlarmTopics topics =
            AlarmTopics.with(AvroSerdes.mock(UUID.randomUUID().toString()));
    private final List<AlarmTransition> heard = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<@Nullable KpiKey, @Nullable KpiWindow> windows;
    private final TestInputTopic<String, @Nullable AlarmRule> rules;
    private final TestOutputTopic<String, Alarm> changes;
    private final TestOutputTopic<byte[], byte[]> deadLetters;

    public AlarmHarness() {
        driver = new TopologyTestDriver(topology(topics, heard::add), CommonSettings.of(SERVICE), START);
        windows = driver.createInputTopic(
                topics.windows().name(),
                topics.windows().keySerde().serializer(),
                topics.windows().valueSerde().serializer());
        rules = driver.createInputTopic(
                topics.rules().name(),
                topics.rules().keySerde().serializer(),
                topics.rules().valueSerde().serializer());
        changes = driver.createOutputTopic(
                topics.changes().name(),
                topics.changes().keySerde().deserializer(),
                topics.changes().valueSerde().deserializer());
        deadLetters = driver.createOutputTopic(
                LuxTopic.ALARM_DEAD_LETTER.topicName(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    static Topology topology(AlarmTopics topics, TransitionListener listener) {
        Properties settings = CommonSettings.of(SERVICE);
        return new AlarmTopology(topics, SETTINGS, listener)
                .addTo(CommonSettings.builder(settings))
                .build(settings);
    }

    @Override
    public void put(AlarmRule rule) {
        rules.pipeInput(rule.getRuleId(), rule);
    }

    @Override
    public void delete(String ruleId) {
        rules.pipeInput(ruleId, null);
    }

    void putUnder(@Nullable String key, AlarmRule rule) {
        rules.pipeInput(new TestRecord<>(key, rule));
    }

    void putOctets(String topic, byte[] key, byte[] value) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(key, value);
    }

    byte[] octets(AlarmRule rule) {
        return topics.rules().valueSerde().serializer().serialize(topics.rules().name(), rule);
    }

    /** The next windows of a cell. */
    public void windows(String cell, KpiWindow... next) {
        for (KpiWindow window : next) {
            window(cell(cell), window);
        }
    }

    void window(@Nullable KpiKey key, @Nullable KpiWindow window) {
        Instant time = window == null ? START : window.getEnd();
        windows.pipeInput(key, window, time);
    }

    /** The clock goes on, and nothing else happens. */
    public void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** Transitions since they were last asked for, with the keys they were written under. */
    List<TestRecord<String, Alarm>> records() {
        return changes.readRecordsToList();
    }

    /** The same in words: {@code RAISED MAJOR low-asr|cell|a}. */
    List<String> transitions() {
        return records().stream()
                .map(TestRecord::value)
                .map(alarm -> alarm.getTransition() + " " + alarm.getPerceivedSeverity() + " " + alarm.getAlarmId())
                .toList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    List<AlarmTransition> heard() {
        return heard;
    }

    KeyValueStore<String, AlarmState> states() {
        return driver.getKeyValueStore(RuleEvaluator.ALARM_STATES);
    }

    KeyValueStore<String, Long> evaluated() {
        return driver.getKeyValueStore(RuleEvaluator.EVALUATED_WINDOWS);
    }

    List<String> standing() {
        return alarms().find(AlarmQuery.STANDING).stream()
                .map(Alarm::getAlarmId)
                .toList();
    }

    @Override
    public Alarms alarms() {
        return (Alarms) driver.getStateStore("alarm-board");
    }

    @Override
    public RulesInForce rules() {
        return (RulesInForce) driver.getStateStore(AlarmTopology.ALARM_RULES);
    }

    @Override
    public void close() {
        driver.close();
    }
}
