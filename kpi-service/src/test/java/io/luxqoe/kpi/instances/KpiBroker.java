package io.luxqoe.kpi.instances;

import io.luxqoe.kpi.window.Events;
import io.luxqoe.kpi.window.KpiTopics;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.PartitionMark;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.testing.NewTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A broker and a registry for instances of the service. */
public final class KpiBroker implements AutoCloseable {

    /** Of the events; each has a source of its number. */
    public static final int INPUT_PARTITIONS = 4;

    private static final int OUTPUT_PARTITIONS = 4;

    private final LocalRegistry registry;
    private final KafkaClusterTestKit cluster;
    private final KpiTopics topics;
    private final KafkaProducer<String, EnrichedBlock> producer;

    private KpiBroker(LocalRegistry registry, KafkaClusterTestKit cluster) {
        this.registry = registry;
        this.cluster = cluster;
        topics = KpiTopics.with(new AvroSerdes(Map.of("schema.registry.url", registry.url())));
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address(), ProducerConfig.LINGER_MS_CONFIG, 5),
                topics.enriched().keySerde().serializer(),
                topics.enriched().valueSerde().serializer());
    }

    /** Starts it with all topics. */
    public static KpiBroker start() throws Exception {
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
                .build();
        cluster.format();
        cluster.startup();
        cluster.waitForReadyBrokers();
        try (Admin admin = cluster.admin()) {
            NewTopics.create(
                    admin,
                    Stream.of(
                                    new NewTopic(LuxTopic.EVENT_ENRICHED.topicName(), INPUT_PARTITIONS, (short) 1),
                                    new NewTopic(LuxTopic.KPI_COMPUTED.topicName(), OUTPUT_PARTITIONS, (short) 1),
                                    new NewTopic(LuxTopic.EVENT_LATE.topicName(), 1, (short) 1),
                                    new NewTopic(LuxTopic.VIDEO_SESSION.topicName(), 1, (short) 1),
                                    new NewTopic(LuxTopic.KPI_PROGRESS.topicName(), 1, (short) 1),
                                    new NewTopic(LuxTopic.ALARM_CHANGED.topicName(), 1, (short) 1),
                                    new NewTopic(LuxTopic.KPI_DEAD_LETTER.topicName(), 1, (short) 1))
                            .toList());
        }
        return new KpiBroker(new LocalRegistry(), cluster);
    }

    String address() {
        return cluster.bootstrapServers();
    }

    String registryUrl() {
        return registry.url();
    }

    /** The source whose events lie in a partition. */
    public static String sourceOf(int partition) {
        return "msc-" + partition;
    }

    /** Sends a block to its source's partition, without waiting. */
    public void send(int partition, EnrichedBlock block) {
        var unused = producer.send(new ProducerRecord<>(topics.enriched().name(), partition, block.getSource(), block));
    }

    /** Tells that all sources are silent, so that every window closes. */
    public void endTraffic() {
        for (int partition = 0; partition < INPUT_PARTITIONS; partition++) {
            send(partition, Events.idle(sourceOf(partition)));
            send(partition, Events.idle(PartitionMark.keyOf(partition)));
        }
        producer.flush();
    }

    /** A reader of all that is committed of the computed windows. */
    Computed computed() {
        KafkaConsumer<KpiKey, KpiWindow> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000),
                topics.computed().keySerde().deserializer(),
                topics.computed().valueSerde().deserializer());
        List<TopicPartition> all = new ArrayList<>();
        for (int partition = 0; partition < OUTPUT_PARTITIONS; partition++) {
            all.add(new TopicPartition(topics.computed().name(), partition));
        }
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return new Computed(consumer);
    }

    @Override
    public void close() throws Exception {
        producer.close();
        cluster.close();
        registry.close();
    }
}
