package io.luxqoe.local.runtime;

import io.luxqoe.schemas.topic.LuxTopic;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of LUX as one broker keeps them. */
public final class TopicPlan {

    /** Partitions of every topic: those that a source's or a KPI key's records go through must agree. */
    public static final int PARTITIONS = 4;

    /** Largest raw record, octets: a file. */
    public static final int LARGEST_RAW_RECORD = 16 * 1024 * 1024;

    /** Largest batch that the broker takes, octets: the largest raw record, or its dead letter with key and headers. */
    static final int LARGEST_BATCH = 17 * 1024 * 1024;

    /** What a partition keeps, octets: a run has no time limit, and the disk is somebody's own. */
    private static final long RETAINED_PER_PARTITION = 512L * 1024 * 1024;

    private static final int SEGMENT = 128 * 1024 * 1024;
    private static final short REPLICAS = 1;

    private TopicPlan() {}

    /** Every topic of LUX. */
    static List<NewTopic> topics() {
        return Arrays.stream(LuxTopic.values())
                .map(topic -> new NewTopic(topic.topicName(), PARTITIONS, REPLICAS).configs(config(topic.policy())))
                .toList();
    }

    static Map<String, String> config(LuxTopic.Policy policy) {
        return switch (policy) {
            case COMPACT -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            case DELETE -> deleted(Map.of());
            case RAW ->
                deleted(Map.of(
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST_BATCH)));
        };
    }

    /** Kept by size, which a disk has an end of, and not by age: a run may go on after weeks. */
    private static Map<String, String> deleted(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(more);
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
        config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        config.put(TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(RETAINED_PER_PARTITION));
        config.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(SEGMENT));
        return config;
    }
}
