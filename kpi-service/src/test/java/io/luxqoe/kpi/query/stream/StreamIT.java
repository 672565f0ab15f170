package io.luxqoe.kpi.query.stream;

import static io.luxqoe.schemas.KpiWindowStatus.FINAL;
import static io.luxqoe.schemas.KpiWindowStatus.PROVISIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.kpi.KpiApplication;
import io.luxqoe.kpi.query.stream.Received.Event;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.testing.NewTopics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Streams of the service as it is started, over HTTP, from a topic that is written in transactions. */
class StreamIT {

    private static final String TOPIC = LuxTopic.KPI_COMPUTED.topicName();
    private static final int PARTITIONS = 3;
    private static final int MOST_STREAMS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static KafkaClusterTestKit cluster;
    private static Admin admin;
    private static KafkaProducer<byte[], byte[]> producer;
    private static ConfigurableApplicationContext service;
    private static int revision;

    @BeforeAll
    static void startService() throws Exception {
        cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("offsets.topic.num.partitions", "2")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "2")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        admin = cluster.admin();
        NewTopics.create(
                admin,
                Arrays.stream(LuxTopic.values())
                        .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, (short) 1))
                        .toList());
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "stream-it"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        service = start("first");
    }

    @BeforeEach
    void awaitThatNoClientIsLeft() {
        awaitStreams(0);
    }

    @AfterAll
    static void stopAll() throws Exception {
        service.close();
        producer.close();
        admin.close();
        cluster.close();
    }

    @Test
    void whatIsCommittedIsStreamedAndWhatIsAbortedIsNot() throws Exception {
        try (SseClient client = client(service, "prefix=Committed", "")) {
            assertThat(client.response().statusCode()).isEqualTo(200);
            assertThat(client.response().headers().firstValue("Content-Type"))
                    .hasValue("text/event-stream;charset=UTF-8");
            awaitId(client);

            write(true, 0, "Committed", PROVISIONAL);
            write(false, 1, "Committed", FINAL);
            write(true, 2, "Elsewhere", FINAL);
            write(true, 0, "Committed", FINAL);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.received().events()).hasSize(2));
            assertThat(client.received().events())
                    .extracting(event ->
                            event.name() + " " + event.data().get("key").asString() + " "
                                    + event.data().get("status").asString())
                    .containsExactly("window Committed PROVISIONAL", "window Committed FINAL");
            assertThat(client.received().events().get(0).data().propertyNames())
                    .containsExactly(
                            "key",
                            "start",
                            "end",
                            "status",
                            "revision",
                            "value",
                            "samples",
                            "fewSamples",
                            "suspect",
                            "suspectReasons",
                            "baseline");
            assertThat(client.received().events().get(0).data().get("start").asString())
                    .isEqualTo("2026-11-20T12:00:00Z");
        }
    }

    @Test
    void aClientThatComesAgainGoesOnBehindItsLastEvent() throws Exception {
        List<Integer> expected = new ArrayList<>();
        List<Event> received;
        try (SseClient client = client(service, "prefix=Again", "")) {
            awaitId(client);
            expected.addAll(writeMany("Again", 50));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.received().events()).hasSameSizeAs(expected));
            received = client.received().events();
        }
        Event left = received.get(20);
        List<Integer> rest =
                new ArrayList<>(received.stream().skip(21).map(Event::revision).toList());
        rest.addAll(writeMany("Again", 50));

        try (SseClient client = client(service, "prefix=Again", left.id());
                SseClient tool = client(service, "prefix=Again&lastEventId=" + left.id(), "")) {
            rest.addAll(writeMany("Again", 50));

            for (SseClient again : List.of(client, tool)) {
                await().atMost(PATIENCE)
                        .untilAsserted(
                                () -> assertThat(again.received().events()).hasSameSizeAs(rest));
                assertThat(again.received().events())
                        .allMatch(event -> event.name().equals("window"))
                        .extracting(Event::revision)
                        .containsExactlyInAnyOrderElementsOf(rest);
            }
        }
    }

    @Test
    void aStreamIsResetWhereTheTopicHasForgotten() throws Exception {
        String begin;
        try (SseClient client = client(service, "prefix=Forgotten", "")) {
            begin = awaitId(client);
        }
        writeMany("Forgotten", 20);
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            all.put(new TopicPartition(TOPIC, partition), RecordsToDelete.beforeOffset(-1));
        }
        admin.deleteRecords(all).all().get();

        try (SseClient client = client(service, "prefix=Forgotten", begin)) {
            await().atMost(PATIENCE).until(() -> !client.received().events().isEmpty());
            Event reset = client.received().events().get(0);
            assertThat(reset.name()).isEqualTo("reset");
            assertThat(reset.data().get("reason").asString()).isEqualTo("EXPIRED");

            int next = write(true, 1, "Forgotten", FINAL);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.received().windows())
                            .extracting(Event::revision)
                            .containsExactly(next));
        }
    }

    @Test
    void thereAreOnlySoManyStreamsUntilOneLeaves() throws Exception {
        List<SseClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < MOST_STREAMS; i++) {
                clients.add(client(service, "prefix=Many", ""));
            }
            HttpResponse<String> refused = SseClient.ask(uri(service, "prefix=Many"));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");

            clients.remove(0).close();

            awaitStreams(MOST_STREAMS - 1);
            clients.add(client(service, "prefix=Many", ""));
            awaitId(clients.get(clients.size() - 1));
        } finally {
            for (SseClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aClientThatReadsNothingIsLetGoAndTheOthersGoOn() throws Exception {
        double before = dropped();
        try (Socket stuck = new Socket();
                SseClient client = client(service, "key=Others", "")) {
            stuck.setReceiveBufferSize(4096);
            URI uri = uri(service, "prefix=Flood");
            stuck.connect(new InetSocketAddress("127.0.0.1", uri.getPort()));
            stuck.getOutputStream()
                    .write(("GET " + uri.getRawPath() + "?" + uri.getRawQuery() + " HTTP/1.1\r\nHost: lux\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(stuck.getInputStream().read()).isEqualTo('H');
            awaitId(client);

            await().atMost(PATIENCE).until(() -> {
                writeMany("Flood", 2_000);
                return dropped() > before;
            });

            int next = write(true, 0, "Others", FINAL);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(client.received().windows())
                            .extracting(Event::revision)
                            .containsExactly(next));
        }
    }

    @Test
    void anInstanceThatStopsEndsItsStreamsWhichGoOnAtAnother() throws Exception {
        SseClient client;
        int first;
        try (ConfigurableApplicationContext second = start("second")) {
            client = client(second, "prefix=Moved", "");
            awaitId(client);
            first = write(true, 0, "Moved", PROVISIONAL);
            await().atMost(PATIENCE).until(() -> !client.received().windows().isEmpty());
        }
        await().atMost(PATIENCE).until(client::isOver);
        assertThat(client.received().windows()).extracting(Event::revision).containsExactly(first);
        assertThat(client.received().named("closed"))
                .extracting(event -> event.data().get("reason").asString())
                .containsExactly("STOPPING");
        int missed = write(true, 1, "Moved", FINAL);

        try (SseClient again = client(service, "prefix=Moved", client.received().lastId())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(again.received().events())
                            .extracting(Event::revision)
                            .containsExactly(missed));
        }
    }

    private static ConfigurableApplicationContext start(String name) {
        return new SpringApplicationBuilder(KpiApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                        "--spring.kafka.streams.state-dir=" + folder.resolve(name),
                        "--lux.avro.properties.[schema.registry.url]=mock://streams",
                        "--lux.kpi.query.max-streams=" + MOST_STREAMS,
                        "--lux.kpi.query.stream-heartbeat=1s");
    }

    private static URI uri(ConfigurableApplicationContext of, String query) {
        return URI.create("http://127.0.0.1:" + of.getEnvironment().getProperty("local.server.port")
                + "/api/v1/kpis/voice.asr/stream?axis=region&" + query);
    }

    private static SseClient client(ConfigurableApplicationContext of, String query, String lastEventId)
            throws Exception {
        return SseClient.open(uri(of, query), lastEventId);
    }

    /** Streams of clients that have gone end when something is to be written to them. */
    private static void awaitStreams(int most) {
        await().atMost(PATIENCE)
                .until(() -> service.getBean(MeterRegistry.class)
                                .get("lux.kpi.query.streams")
                                .gauge()
                                .value()
                        <= most);
    }

    private static double dropped() {
        return service.getBean(MeterRegistry.class)
                .get("lux.kpi.query.streams.dropped")
                .counter()
                .count();
    }

    private static String awaitId(SseClient client) {
        await().atMost(PATIENCE).until(() -> !client.received().lastId().isEmpty());
        return client.received().lastId();
    }

    /** One window in a transaction of its own; returns its revision. */
    private static int write(boolean commit, int partition, String region, KpiWindowStatus status) {
        producer.beginTransaction();
        int written = send(partition, region, status);
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.flush();
            producer.abortTransaction();
        }
        return written;
    }

    /** Windows in all partitions, each second transaction of which is aborted; returns the revisions of the others. */
    private static List<Integer> writeMany(String region, int count) {
        List<Integer> committed = new ArrayList<>();
        int atOnce = Math.max(5, count / 10);
        for (int i = 0; i < count; i += atOnce) {
            producer.beginTransaction();
            List<Integer> written = IntStream.range(0, atOnce)
                    .map(each -> send(each % PARTITIONS, region, PROVISIONAL))
                    .boxed()
                    .toList();
            if (i / atOnce % 2 == 0) {
                producer.commitTransaction();
                committed.addAll(written);
            } else {
                producer.flush();
                producer.abortTransaction();
            }
        }
        return committed;
    }

    private static int send(int partition, String region, KpiWindowStatus status) {
        KpiWindow window = Windows.window(status, ++revision, 0.5);
        var unused = producer.send(
                new ProducerRecord<>(TOPIC, partition, Windows.octets(Windows.region(region)), Windows.octets(window)));
        return revision;
    }
}
