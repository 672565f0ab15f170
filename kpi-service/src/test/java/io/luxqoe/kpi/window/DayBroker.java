package io.luxqoe.kpi.window;

import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.NewTopics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** A broker, and the topology on it under several names: each way to consume a day has its own topics and group. */
final class DayBroker implements AutoCloseable {

    static final String[] SIZES = {"PT1M", "PT5M/PT1M", "PT15M", "PT1H", "P1D"};
    private static final int PARTITIONS = 4;

    static {
        // the first serdes tell Avro to trust our classes
        AvroSerdes.mock("day");
    }

    private final KafkaClusterTestKit cluster;
    private final Admin admin;

    private DayBroker(KafkaClusterTestKit cluster) {
        this.cluster = cluster;
        this.admin = cluster.admin();
    }

    static DayBroker start() throws Exception {
        KafkaClusterTestKit cluster = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("transaction.state.log.num.partitions", "4")
                .setConfigProp("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500")
                .setConfigProp("offsets.topic.num.partitions", "4")
                .setConfigProp("group.min.session.timeout.ms", "1000")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                // what is too old to be kept is soon gone
                .setConfigProp("log.initial.task.delay.ms", "1000")
                .setConfigProp("log.retention.check.interval.ms", "1000")
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        return new DayBroker(cluster);
    }

    String address() {
        return cluster.bootstrapServers();
    }

    void createTopics(String way) throws Exception {
        KpiTopics topics = topics(way);
        NewTopics.create(
                admin,
                List.of(
                        new NewTopic(topics.enriched().name(), DayOfTraffic.PARTITIONS, (short) 1),
                        new NewTopic(topics.late().name(), 1, (short) 1),
                        new NewTopic(topics.computed().name(), PARTITIONS, (short) 1),
                        new NewTopic(topics.videoSessions().name(), 1, (short) 1),
                        new NewTopic(topics.progress().name(), 1, (short) 1),
                        new NewTopic(topics.alarms().name(), 1, (short) 1)));
    }

    /** The topics of a way, in Avro without a registry, which processes would have to share. */
    static KpiTopics topics(String way) {
        return new KpiTopics(
                topic(way, "enriched", Serdes.String(), EnrichedBlock::toByteBuffer, EnrichedBlock::fromByteBuffer),
                topic(way, "late", Serdes.String(), EnrichedEvent::toByteBuffer, EnrichedEvent::fromByteBuffer),
                topic(way, "progress", Serdes.String(), KpiProgress::toByteBuffer, KpiProgress::fromByteBuffer),
                topic(way, "video", Serdes.String(), EnrichedEvent::toByteBuffer, EnrichedEvent::fromByteBuffer),
                topic(
                        way,
                        "computed",
                        avro(KpiKey::toByteBuffer, KpiKey::fromByteBuffer),
                        KpiWindow::toByteBuffer,
                        KpiWindow::fromByteBuffer),
                topic(way, "alarms", Serdes.String(), Alarm::toByteBuffer, Alarm::fromByteBuffer));
    }

    static Properties settings(String address, String way, String client, Path stateDir) {
        Properties settings = KpiHarness.settings(stateDir);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, way);
        settings.put(StreamsConfig.CLIENT_ID_CONFIG, client);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, address);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 50);
        settings.put(StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG, Long.MAX_VALUE);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 50);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 4_000);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 300);
        return settings;
    }

    static KafkaStreams streams(Properties settings, KpiTopics topics) {
        return new KafkaStreams(KpiHarness.topology(topics, spec(), FactMaker.AXES, settings), settings);
    }

    static WindowSpec spec() {
        return spec(SIZES);
    }

    /** Windows of these sizes, seldom PROVISIONAL. */
    static WindowSpec spec(String... sizes) {
        WindowSpec spec = KpiHarness.spec(DayOfTraffic.GRACE, DayOfTraffic.PARTITIONS, PARTITIONS, sizes);
        return new WindowSpec(
                spec.sizes(),
                spec.history(),
                spec.grace(),
                Duration.ofSeconds(20),
                spec.progressEvery(),
                spec.inputPartitions(),
                spec.partitions(),
                spec.video(),
                // few, so that it dies between two slices, too
                200,
                spec.baseline());
    }

    /** How many blocks of a way have been counted, by the committed offsets. */
    long consumed(String way) throws Exception {
        return admin.listConsumerGroupOffsets(way).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getValue() != null
                        && entry.getKey().topic().equals(topics(way).enriched().name()))
                .mapToLong(entry -> ((OffsetAndMetadata) entry.getValue()).offset())
                .sum();
    }

    /** Whether a client has input of a way to work on. */
    boolean isAtWork(String way, String client) throws Exception {
        String input = topics(way).enriched().name();
        return admin.describeConsumerGroups(List.of(way)).all().get().values().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> member.clientId().startsWith(client + "-"))
                .map(MemberDescription::assignment)
                .anyMatch(assigned -> assigned.topicPartitions().stream()
                        .anyMatch(partition -> partition.topic().equals(input)));
    }

    KafkaProducer<String, EnrichedBlock> producer(String way) {
        Properties settings = new Properties();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address());
        return new KafkaProducer<>(
                settings,
                Serdes.String().serializer(),
                topics(way).enriched().valueSerde().serializer());
    }

    /** Reads a topic from its begin, what is committed. */
    <K, V> KafkaConsumer<K, V> reader(Topic<K, V> topic, int partitions) {
        Properties settings = new Properties();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, address());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        KafkaConsumer<K, V> consumer = new KafkaConsumer<>(
                settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer());
        List<TopicPartition> all = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    KafkaConsumer<KpiKey, KpiWindow> computed(String way) {
        return reader(topics(way).computed(), PARTITIONS);
    }

    @Override
    public void close() throws Exception {
        admin.close();
        cluster.close();
    }

    private interface ToOctets<T> {
        ByteBuffer write(T value) throws IOException;
    }

    private interface FromOctets<T> {
        T read(ByteBuffer octets) throws IOException;
    }

    private static <K, V> Topic<K, V> topic(
            String way, String name, Serde<K> keys, ToOctets<V> writes, FromOctets<V> reads) {
        return new Topic<>(way + "-" + name, keys, avro(writes, reads));
    }

    private static <T> Serde<T> avro(ToOctets<T> writes, FromOctets<T> reads) {
        return Serdes.serdeFrom(
                (topic, value) -> {
                    try {
                        ByteBuffer octets = writes.write(value);
                        byte[] copy = new byte[octets.remaining()];
                        octets.get(copy);
                        return copy;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                (topic, octets) -> {
                    try {
                        return reads.read(ByteBuffer.wrap(octets));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
