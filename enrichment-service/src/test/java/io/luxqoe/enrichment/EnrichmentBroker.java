package io.luxqoe.enrichment;

import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.NewTopics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A broker of one's own with all topics of LUX, and the service as it is started on it. */
public final class EnrichmentBroker implements AutoCloseable {
    /** Of each topic. */
    public static final int PARTITIONS = 4;

    private final String registry;
    private final AvroSerdes serdes;
    private final KafkaClusterTestKit cluster;
    private final Producer<String, byte[]> producer;
    private final List<Future<?>> sent = new ArrayList<>();

    /** Starts it; records are written with the schemas of that registry. */
    public static EnrichmentBroker withRegistry(String url) throws Exception {
        KafkaClusterTestKit cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setNumControllerNodes(1)
                        .setNumBrokerNodes(1)
                        .setCombined(true)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                // records bear the times of events, which may be months ago
                .setConfigProp("log.retention.ms", "-1")
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
        return new EnrichmentBroker(url, cluster);
    }

    private EnrichmentBroker(String registry, KafkaClusterTestKit cluster) {
        this.registry = registry;
        this.cluster = cluster;
        serdes = new AvroSerdes(Map.of("schema.registry.url", registry));
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        // A second batch in flight may reach a topic just created before the first, which then can
                        // never be in sequence.
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a record by its key. */
    public void put(LuxTopic topic, String key, SpecificRecord value) {
        send(topic, key, octets(topic, value));
    }

    /** Sends octets by their key; a tombstone for null. */
    public void send(LuxTopic topic, String key, byte @Nullable [] value) {
        sent.add(producer.send(new ProducerRecord<>(topic.topicName(), key, value)));
    }

    /** Sends a record to a partition. */
    public void put(LuxTopic topic, int partition, String key, SpecificRecord value) {
        send(topic, partition, key, octets(topic, value));
    }

    /** Sends octets to a partition. */
    public void send(LuxTopic topic, int partition, String key, byte[] value) {
        sent.add(producer.send(new ProducerRecord<>(topic.topicName(), partition, key, value)));
    }

    /** The record as it is on the topic. */
    @SuppressWarnings("unchecked") // the serde of the record's own class
    public byte[] octets(LuxTopic topic, SpecificRecord value) {
        Class<SpecificRecord> type = (Class<SpecificRecord>) value.getClass();
        return serdes.forValue(type).serializer().serialize(topic.topicName(), value);
    }

    /** Waits until all that was sent is on the broker. */
    public void settle() throws ExecutionException, InterruptedException {
        for (Future<?> each : sent) {
            each.get();
        }
        sent.clear();
    }

    /** Reads what is committed of a topic, from its beginning. */
    public <V extends SpecificRecord> Consumer<String, V> reader(LuxTopic topic, Class<V> type) {
        return reader(topic, new StringDeserializer(), serdes.forValue(type).deserializer());
    }

    /** Reads what is committed of a topic, from its beginning. */
    public <K, V> Consumer<K, V> reader(LuxTopic topic, Deserializer<K> keys, Deserializer<V> values) {
        Consumer<K, V> reader = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        cluster.bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "reader-of-" + topic.topicName(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                keys,
                values);
        reader.subscribe(List.of(topic.topicName()));
        return reader;
    }

    /** Starts the service in this process. */
    public ConfigurableApplicationContext start(String instance, Path stateFolder, String... others) throws Exception {
        settle();
        List<String> arguments = arguments(instance, stateFolder, others);
        arguments.add("--server.port=0");
        return new SpringApplicationBuilder(EnrichmentApplication.class).run(arguments.toArray(String[]::new));
    }

    /** The command line that starts the service on this broker; without its port. */
    List<String> arguments(String instance, Path stateFolder, String... others) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.kafka.bootstrap-servers=" + cluster.bootstrapServers(),
                "--spring.kafka.streams.state-dir=" + stateFolder,
                "--lux.instance-id=" + instance,
                "--lux.avro.properties.[schema.registry.url]=" + registry,
                "--logging.level.root=error",
                "--logging.level.org.apache.kafka=error",
                "--logging.level.org.apache.kafka.streams.KafkaStreams=error"));
        arguments.addAll(List.of(others));
        return arguments;
    }

    @Override
    public void close() throws Exception {
        producer.close();
        cluster.close();
    }
}
