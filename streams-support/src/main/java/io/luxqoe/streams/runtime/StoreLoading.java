package io.luxqoe.streams.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/**
 * How far the stores are with reading their topics, global tables as the stores of tasks. Global tables are read one
 * after the other, partition by partition: one that is not listed has not begun.
 */
final class StoreLoading implements StateRestoreListener {

    /**
     * How far a store is.
     *
     * @param read offsets that were read, of the partitions that have begun
     * @param of offsets there were to read of them
     * @param percent of these, rounded down; 100 where there was nothing to read
     * @param partitionsLeft partitions under way
     */
    record Progress(long read, long of, int percent, int partitionsLeft) {
        private static double remaining(Map<TopicPartition, Part> parts) {
            Progress sum = sum(parts.values());
            return sum.of - sum.read;
        }

        private static Progress sum(Iterable<Part> parts) {
            long read = 0;
            long of = 0;
            int left = 0;
            for (Part part : parts) {
                read += part.at - part.from;
                of += part.end - part.from;
                left += part.ended ? 0 : 1;
            }
            return new Progress(read, of, of == 0 ? 100 : (int) (read * 100 / of), left);
        }
    }

    private record Part(long from, long at, long end, boolean ended) {
        private Part at(long offset) {
            return new Part(from, Math.max(from, Math.min(offset, end)), end, false);
        }

        private Part done() {
            return new Part(from, end, end, true);
        }
    }

    private final Map<String, Map<TopicPartition, Part>> stores = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    StoreLoading(MeterRegistry meters) {
        this.meters = meters;
    }

    /** By store, in the order of their names. */
    Map<String, Progress> progress() {
        Map<String, Progress> progress = new TreeMap<>();
        stores.forEach((store, parts) -> progress.put(store, Progress.sum(parts.values())));
        return progress;
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long end) {
        stores.computeIfAbsent(store, this::metered).put(partition, new Part(from, from, Math.max(from, end), false));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long offset, long records) {
        change(partition, store, part -> part.at(offset));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        change(partition, store, Part::done);
    }

    /** A task that moves away before its store is read reads no more of it here. */
    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long records) {
        Map<TopicPartition, Part> parts = stores.get(store);
        if (parts != null) {
            parts.remove(partition);
        }
    }

    private Map<TopicPartition, Part> metered(String store) {
        Map<TopicPartition, Part> parts = new ConcurrentHashMap<>();
        Gauge.builder("lux.store.restore.remaining", parts, Progress::remaining)
                .description("offsets of its topic that a store has yet to read")
                .tag("store", store)
                .register(meters);
        return parts;
    }

    private void change(TopicPartition partition, String store, UnaryOperator<Part> step) {
        Map<TopicPartition, Part> parts = stores.get(store);
        if (parts != null) {
            parts.computeIfPresent(partition, (key, part) -> step.apply(part));
        }
    }
}
