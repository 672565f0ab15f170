package io.luxqoe.streams;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The key of a record that speaks for a whole partition and for no source: {@code ~} and the partition number. It says,
 * for instance, that a partition without any source has nothing to wait for. Topics that carry such marks are written with
 * {@link #partitioner()}, so that a mark stays in its partition from topic to topic.
 */
public final class PartitionMark {

    private static final String PREFIX = "~";

    private PartitionMark() {}

    /** Key of the mark of a partition, from 0. */
    public static String keyOf(int partition) {
        return PREFIX + partition;
    }

    /** Whether a key is that of a mark. */
    public static boolean isMark(String key) {
        return key.startsWith(PREFIX);
    }

    /** Sends marks to their partition and every other record where the default partitioner does, by its key. */
    public static <V> StreamPartitioner<String, V> partitioner() {
        return (topic, key, value, partitions) -> key == null ? Optional.empty() : partition(key, partitions);
    }

    private static Optional<Set<Integer>> partition(String key, int partitions) {
        if (!isMark(key)) {
            return Optional.empty();
        }
        try {
            int partition = Integer.parseInt(key, PREFIX.length(), key.length(), 10);
            return partition >= 0 && partition < partitions ? Optional.of(Set.of(partition)) : Optional.empty();
        } catch (NumberFormatException notAMark) {
            return Optional.empty();
        }
    }
}
