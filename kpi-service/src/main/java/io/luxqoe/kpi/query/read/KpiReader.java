package io.luxqoe.kpi.query.read;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the windows that this instance has. A partition is the task that accumulates a series; all reading is of one.
 *
 * <p>What is read is right or not read at all: each reading throws {@link
 * io.luxqoe.streams.routing.PartitionUnavailableException} or {@link
 * org.apache.kafka.streams.errors.InvalidStateStoreException} if the partition is not here, is still loading, or moved
 * while it was read. All times are epoch ms.
 */
public interface KpiReader {

    /** Window sizes, the base size first. */
    List<WindowGrid> windows();

    /** The partition that has a key's series, wherever it lies. */
    int partitionOf(Subject subject, String key);

    /** The partitions that may have series of a family on an axis, wherever they lie. */
    Set<Integer> partitionsOf(String family, String axis);

    /** How far a partition is with windows of a family and size; its age is 0. */
    Standing standing(int partition, String family, String window);

    /**
     * Windows of one series that have events, in the order of their starts.
     *
     * @param range starts; at most its limit, the oldest, are read
     */
    List<KpiPoint> series(int partition, Subject subject, String key, Starts range);

    /**
     * Hands out, in any order, each key of a partition that has events in the window that starts there, once; {@code other}
     * is not among them.
     */
    void window(int partition, Subject subject, long start, Consumer<KpiPoint> points);

    /** Keys of a partition that have events in the coarsest windows that are open, in {@link KeyOrder}. */
    List<String> keys(int partition, String family, String axis, Keys range);

    /**
     * Starts of windows.
     *
     * @param from first, inclusive
     * @param to last, exclusive
     * @param limit most windows to read, the oldest
     */
    record Starts(long from, long to, int limit) {}

    /**
     * Keys of an axis.
     *
     * @param prefix what they begin with
     * @param after the one before the first; null for all from the first
     * @param limit most keys to read, the first
     */
    record Keys(String prefix, @Nullable String after, int limit) {}
}
