package io.luxqoe.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.decoder.samples.Samples;
import io.luxqoe.decoder.samples.TestBroker;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is started: its own settings, a key file, and a real broker. */
class DecoderServiceIT {
    private static final String REGISTRY = "mock://decoder-service-it";
    private static final int PARTITIONS = 4;

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
        }
    }

    private ConfigurableApplicationContext start(KafkaClusterTestKit cluster) throws Exception {
        Path keys = Files.writeString(
                folder.resolve("keys"), "it:" + Base64.getEncoder().encodeToString(TestRules.secret()));
        return new SpringApplicationBuilder(DecoderApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                        "--spring.kafka.streams.state-dir=" + folder.resolve("state"),
                        "--lux.instance-id=it",
                        "--lux.avro.properties.[schema.registry.url]=" + REGISTRY,
                        "--lux.decoder.pseudonym.key-file=" + keys,
                        "--lux.decoder.idle-after=2s",
                        "--logging.level.root=error",
                        "--logging.level.org.apache.kafka=error",
                        "--logging.level.org.apache.kafka.streams.KafkaStreams=error");
    }
}
