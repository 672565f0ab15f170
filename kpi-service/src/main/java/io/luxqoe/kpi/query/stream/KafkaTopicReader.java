package io.luxqoe.kpi.query.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic with a consumer of its own, which is in no group. */
final class KafkaTopicReader implements TopicReader {

    /** What a consumer holds of records that were not asked for yet; there may be several. */
    private static final int FETCHED_OCTETS = 4 << 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private final int tag;
    private List<TopicPartition> partitions;

    /**
     * A reader.
     *
     * @param common how a consumer connects to the broker
     * @param topic name of the topic
     * @param tag what tells it from others, in positions
     */
    KafkaTopicReader(Map<String, Object> common, String topic, int tag) {
        this.topic = topic;
        this.tag = tag;
        Map<String, Object> config = new HashMap<>(common);
        config.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCHED_OCTETS);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            partitions = partitionsOf(consumer.partitionsFor(topic).size());
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    @Override
    public Position begin() {
        return position(consumer.beginningOffsets(partitions));
    }

    @Override
    public Position end() {
        return position(consumer.endOffsets(partitions));
    }

    @Override
    public void seek(Position from) {
        partitions = partitionsOf(Math.max(partitions.size(), from.partitions()));
        consumer.assign(partitions);
        partitions.forEach(partition -> consumer.seek(partition, from.next(partition.partition())));
    }

    @Override
    public Iterable<ConsumerRecord<byte[], byte[]>> poll(Duration patience) {
        // known without asking the broker, since it is that of the partitions that are read
        int known = consumer.partitionsFor(topic).size();
        if (known > partitions.size()) {
            List<TopicPartition> added = partitionsOf(known).subList(partitions.size(), known);
            partitions = partitionsOf(known);
            consumer.assign(partitions);
            added.forEach(partition -> consumer.seek(partition, 0));
        }
        return consumer.poll(patience);
    }

    @Override
    public Position position() {
        return new Position(
                tag, partitions.stream().mapToLong(consumer::position).toArray());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private Position position(Map<TopicPartition, Long> offsets) {
        return new Position(tag, partitions.stream().mapToLong(offsets::get).toArray());
    }

    private List<TopicPartition> partitionsOf(int count) {
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }
}
