package io.luxqoe.alarm;

import static io.luxqoe.alarm.AlarmRecords.cell;
import static io.luxqoe.alarm.AlarmRecords.lowAsr;
import static io.luxqoe.alarm.AlarmRecords.threshold;
import static io.luxqoe.alarm.AlarmRecords.window;
import static io.luxqoe.schemas.KpiWindowStatus.FINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.alarm.evaluation.AlarmTopics;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.AlarmRule;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.PerceivedSeverity;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.luxqoe.streams.testing.NewTopics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started, on a real broker, exactly once. */
class AlarmServiceIT {

    private static final String REGISTRY = "mock://alarm-service-it";
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STATIC = "--lux.instance-id=it";
    private static final String RULE =
            """
            {"kpi": "voice.asr", "axis": "cell", "windowSize": "PT1M", "direction": "BELOW",
             "thresholds": [{"perceivedSeverity": "MAJOR", "raise": 0.7, "clear": 0.8}]}""";

    private final AlarmTopics topics = AlarmTopics.with(new AvroSerdes(Map.of("schema.registry.url", REGISTRY)));
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ConsumerRecord<byte[], byte[]>> changes = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();

    @TempDir
    Path folder;

    private KafkaClusterTestKit cluster;
    private Producer<byte[], byte[]> producer;
    private KafkaConsumer<byte[], byte[]> consumer;

    @BeforeEach
    void startBroker() throws Exception {
        cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setNumControllerNodes(1)
                        .setNumBrokerNodes(1)
                        .setCombined(true)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        try (var admin = cluster.admin()) {
            NewTopics.create(
                    admin,
                    Arrays.stream(LuxTopic.values())
                            .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                            .toList());
        }
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG, "test",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topics.changes().name(), LuxTopic.ALARM_DEAD_LETTER.topicName()));
    }

    @AfterEach
    void stopBroker() throws Exception {
        consumer.close();
        producer.close();
        cluster.close();
    }

    @Test
    void alarmsOutliveInstancesAndAreAnsweredByEach() throws Exception {
        try (ConfigurableApplicationContext first = start("first", STATIC)) {
            awaitUp(first);
            assertThat(send(first, "PUT", "/api/v1/rules/low-asr", RULE).statusCode())
                    .isEqualTo(202);
            awaitBody(first, "/api/v1/rules", "\"low-asr\"");

            windows("a", window(0, FINAL, 0.6));
            windows("b", window(0, FINAL, 0.5), window(1, FINAL, 0.9));
            awaitChanges("RAISED low-asr|cell|a", "RAISED low-asr|cell|b", "CLEARED low-asr|cell|b");
            awaitBody(first, "/api/v1/alarms", "\"total\":1");
            assertThat(body(first, "/actuator/prometheus"))
                    .contains("lux_alarm_active{application=\"alarm-service\",severity=\"major\"} 1.0");

            try (ConfigurableApplicationContext second = start("second")) {
                awaitUp(second);
                awaitBody(second, "/api/v1/alarms?state=all", "\"total\":2");
                awaitBody(second, "/api/v1/alarms/low-asr%7Ccell%7Ca", "\"state\":\"raised\"");
            }
        }

        windows("a", window(0, FINAL, 0.6));
        rule("low-asr", lowAsr(List.of(threshold(PerceivedSeverity.MAJOR, 0.7, 0.6))));
        try (ConfigurableApplicationContext third = start("lost-disk", STATIC)) {
            awaitUp(third);
            awaitLetter("invalid-rule");
            awaitBody(third, "/api/v1/rules/low-asr", "\"clear\":0.8");

            windows("a", window(1, FINAL, 0.9), window(2, FINAL, 0.6));
            awaitChanges("CLEARED low-asr|cell|a", "RAISED low-asr|cell|a");

            assertThat(send(third, "DELETE", "/api/v1/rules/low-asr", "").statusCode())
                    .isEqualTo(202);
            awaitChanges("CLEARED low-asr|cell|a");
            awaitBody(third, "/api/v1/alarms", "\"total\":0");
        }
        assertThat(letters).hasSize(1);
    }

    /** A static member keeps its place when it stops, and finds it when it starts; the other leaves. */
    private ConfigurableApplicationContext start(String stateFolder, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--server.port=0");
        arguments.add("--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers());
        arguments.add("--spring.kafka.streams.state-dir=" + folder.resolve(stateFolder));
        arguments.add("--lux.avro.properties.[schema.registry.url]=" + REGISTRY);
        return new SpringApplicationBuilder(AlarmApplication.class).run(arguments.toArray(String[]::new));
    }

    private void awaitUp(ConfigurableApplicationContext service) {
        awaitBody(service, "/actuator/health/readiness", "\"status\":\"UP\"");
    }

    private void awaitBody(ConfigurableApplicationContext service, String path, String part) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(body(service, path)).contains(part));
    }

    private String body(ConfigurableApplicationContext service, String path) throws Exception {
        return send(service, "GET", path, "").body();
    }

    private HttpResponse<String> send(ConfigurableApplicationContext service, String method, String path, String body)
            throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void windows(String cell, KpiWindow... windows) throws Exception {
        for (KpiWindow window : windows) {
            String topic = topics.windows().name();
            producer.send(new ProducerRecord<>(
                            topic,
                            topics.windows().keySerde().serializer().serialize(topic, cell(cell)),
                            topics.windows().valueSerde().serializer().serialize(topic, window)))
                    .get();
        }
    }

    private void rule(String id, AlarmRule rule) throws Exception {
        String topic = topics.rules().name();
        producer.send(new ProducerRecord<>(
                        topic,
                        id.getBytes(StandardCharsets.UTF_8),
                        topics.rules().valueSerde().serializer().serialize(topic, rule)))
                .get();
    }

    /** These and no others since they were last awaited; of different alarms in any order. */
    private void awaitChanges(String... expected) {
        await().atMost(PATIENCE).until(() -> {
            poll();
            return changes.size() >= expected.length;
        });
        List<String> found = changes.stream().map(this::words).toList();
        changes.clear();
        assertThat(found).containsExactlyInAnyOrder(expected);
    }

    private String words(ConsumerRecord<byte[], byte[]> change) {
        Alarm alarm = topics.changes().valueSerde().deserializer().deserialize(change.topic(), change.value());
        assertThat(new String(change.key(), StandardCharsets.UTF_8)).isEqualTo(alarm.getAlarmId());
        return alarm.getTransition() + " " + alarm.getAlarmId();
    }

    private void awaitLetter(String errorClass) {
        await().atMost(PATIENCE).until(() -> {
            poll();
            return !letters.isEmpty();
        });
        assertThat(letters.get(0)
                        .headers()
                        .lastHeader(DeadLetterHeaders.ERROR_CLASS)
                        .value())
                .isEqualTo(errorClass.getBytes(StandardCharsets.UTF_8));
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            (record.topic().equals(topics.changes().name()) ? changes : letters).add(record);
        }
    }
}
