package io.luxqoe.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.decoder.identity.DeadLetterCipher;
import io.luxqoe.decoder.identity.PseudonymKeys;
import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestBroker;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.deadletter.DeadLetterHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started: its own settings, a key file, and a real broker. */
class DecoderServiceIT {
    private static final String REGISTRY = "mock://decoder-service-it";
    private static final int PARTITIONS = 4;
    private static final String KEY = "it:" + Base64.getEncoder().encodeToString(TestRules.secret());
    private static final byte[] NO_RECORD = {0x12, 0x34};

    @TempDir
    Path folder;

    @Test
    void aFileBecomesABlockAndTheEmptyPartitionsAreMarked() throws Exception {
        try (KafkaClusterTestKit cluster = TestBroker.start(
                        PARTITIONS,
                        Arrays.stream(LuxTopic.values())
                                .map(LuxTopic::topicName)
                                .toArray(String[]::new));
                ConfigurableApplicationContext service = start(cluster);
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer());
                KafkaConsumer<String, EventBlock> consumer = new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                cluster.bootstrapServers(),
                                ConsumerConfig.GROUP_ID_CONFIG,
                                "it",
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest",
                                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                                "read_committed"),
                        new StringDeserializer(),
                        new AvroSerdes(Map.of("schema.registry.url", REGISTRY))
                                .forValue(EventBlock.class)
                                .deserializer())) {
            consumer.subscribe(List.of(LuxTopic.EVENT_DECODED.topicName()));
            producer.send(new ProducerRecord<>(LuxTopic.RAW_CS_CDR.topicName(), TestRules.SOURCE, Samples.file()))
                    .get();
            List<ConsumerRecord<String, EventBlock>> blocks = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(blocks::add);
                return blocks.stream().map(ConsumerRecord::key).distinct().count() == PARTITIONS;
            });

            MeterRegistry meters = service.getBean(MeterRegistry.class);
            assertThat(meters.get("lux.decoder.events").counter().count()).isEqualTo(20);
            assertThat(meters.get("lux.decoder.records").counter().count()).isEqualTo(1);
            assertThat(blocks)
                    .filteredOn(block -> block.key().equals(TestRules.SOURCE))
                    .first()
                    .satisfies(block -> assertThat(block.value().getEvents()).hasSize(20));
            assertThat(blocks).filteredOn(block -> block.key().startsWith("~")).allSatisfy(mark -> {
                assertThat(mark.key()).isEqualTo("~" + mark.partition());
                assertThat(mark.value().getSourceIdle()).isTrue();
            });
            assertThatTheSourceIsToldOverRest(service);
            assertThatDeadLettersAreEncrypted(cluster, producer);
        }
    }

    private static void assertThatTheSourceIsToldOverRest(ConfigurableApplicationContext service) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port")
                + "/api/v1/sources/" + TestRules.SOURCE);
        HttpClient client = HttpClient.newHttpClient();
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            HttpResponse<String> answer =
                    client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"source\":\"" + TestRules.SOURCE + "\"", "\"events\":20");
        });
        assertThat(service.getBean(MeterRegistry.class)
                        .get("lux.decoder.sources.silent")
                        .gauge()
                        .value())
                .isZero();
    }

    /** That of a raw record, and that of the status that was broken before the service began. */
    private static void assertThatDeadLettersAreEncrypted(
            KafkaClusterTestKit cluster, KafkaProducer<String, byte[]> producer) throws Exception {
        producer.send(new ProducerRecord<>(LuxTopic.RAW_CS_CDR.topicName(), TestRules.SOURCE, NO_RECORD))
                .get();
        DeadLetterCipher cipher = new DeadLetterCipher(PseudonymKeys.parse(KEY));
        Set<String> topics = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> letters = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "letters",
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            letters.subscribe(List.of(LuxTopic.DECODER_DEAD_LETTER.topicName()));
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                for (ConsumerRecord<byte[], byte[]> letter : letters.poll(Duration.ofMillis(200))) {
                    topics.add(header(letter, DeadLetterHeaders.ORIGIN_TOPIC));
                    assertThat(letter.value()).isNotEqualTo(NO_RECORD);
                    assertThat(cipher.decrypt("it", letter.value(), origin(letter)))
                            .isEqualTo(NO_RECORD);
                }
                return topics.size() == 2;
            });
        }
        assertThat(topics)
                .containsExactlyInAnyOrder(LuxTopic.RAW_CS_CDR.topicName(), LuxTopic.SOURCE_STATUS.topicName());
    }

    private static DeadLetterCipher.Origin origin(ConsumerRecord<byte[], byte[]> letter) {
        return new DeadLetterCipher.Origin(
                letter.key(),
                header(letter, DeadLetterHeaders.ORIGIN_TOPIC),
                header(letter, DeadLetterHeaders.ORIGIN_PARTITION),
                header(letter, DeadLetterHeaders.ORIGIN_OFFSET),
                header(letter, DeadLetterHeaders.ERROR_OFFSET));
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void sendBrokenStatus(KafkaClusterTestKit cluster) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(LuxTopic.SOURCE_STATUS.topicName(), "msc-broken", NO_RECORD))
                    .get();
        }
    }

    private ConfigurableApplicationContext start(KafkaClusterTestKit cluster) throws Exception {
        sendBrokenStatus(cluster);
        Path keys = Files.writeString(folder.resolve("keys"), KEY);
        return new SpringApplicationBuilder(DecoderApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                        "--spring.kafka.streams.state-dir=" + folder.resolve("state"),
                        "--lux.instance-id=it",
                        "--lux.avro.properties.[schema.registry.url]=" + REGISTRY,
                        "--lux.decoder.pseudonym.key-file=" + keys,
                        "--lux.decoder.idle-after=2s",
                        "--lux.decoder.dead-letter.encryption=aes-gcm",
                        "--logging.level.root=error",
                        "--logging.level.org.apache.kafka=error",
                        "--logging.level.org.apache.kafka.streams.KafkaStreams=error");
    }
}
