package io.luxqoe.kpi.window;

import io.luxqoe.kpi.window.Combined.Promise;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The watermark of each lane: the least promise of its tasks. Tasks are numbered through, those of the first lane first.
 *
 * <p>What the promises allow to be closed is closed a slice at a time, and so there is a second mark, up to which all is
 * closed. It is what queries go by, and what is promised further on. In the store, promises lie by the numbers of their
 * tasks, and the second marks by negative numbers.
 */
final class LaneWatermarks {

    private final KeyValueStore<Integer, Long> store;
    private final int[] tasks;
    private final Map<Integer, Long> heard = new HashMap<>();
    private final long[] watermarks = new long[Lane.values().length];
    private final long[] closed = new long[Lane.values().length];

    /**
     * Watermarks by the promises of a store.
     *
     * @param tasks how many tasks promise for each lane
     */
    LaneWatermarks(KeyValueStore<Integer, Long> store, int... tasks) {
        this.store = store;
        this.tasks = tasks;
        Arrays.fill(closed, Watermarks.NONE);
        try (KeyValueIterator<Integer, Long> each = store.all()) {
            each.forEachRemaining(entry -> heard.put(entry.key, entry.value));
        }
        for (Lane lane : Lane.values()) {
            watermarks[lane.ordinal()] = least(lane);
            closed[lane.ordinal()] = closedTo(store, lane);
        }
    }

    /** What the tasks of a lane have promised. */
    long of(Lane lane) {
        return watermarks[lane.ordinal()];
    }

    /** Up to where a lane's windows are closed; at most what was promised. */
    long closedTo(Lane lane) {
        return closed[lane.ordinal()];
    }

    /** As {@link #closedTo(Lane)}, by the store of a task; {@link Watermarks#NONE} before the first. */
    static long closedTo(ReadOnlyKeyValueStore<Integer, Long> store, Lane lane) {
        Long closedTo = store.get(keyOf(lane));
        return closedTo == null ? Watermarks.NONE : closedTo;
    }

    /** Number of a lane's task among all. */
    static int taskNumber(Lane lane, int task, int tasksOfFirstLane) {
        return lane == Lane.EVENTS ? task : tasksOfFirstLane + task;
    }

    Lane laneOf(Promise promise) {
        return promise.task() < tasks[0] ? Lane.EVENTS : Lane.VIDEO_SESSIONS;
    }

    /** Takes a promise; true if the watermark of its lane rose. */
    boolean hear(Promise promise) {
        heard.put(promise.task(), promise.watermark());
        store.put(promise.task(), promise.watermark());
        Lane lane = laneOf(promise);
        long reached = least(lane);
        if (reached <= watermarks[lane.ordinal()]) {
            return false;
        }
        watermarks[lane.ordinal()] = reached;
        return true;
    }

    /** Notes that all windows are final that are closed at a watermark. */
    void closed(Lane lane, long watermark) {
        closed[lane.ordinal()] = watermark;
        store.put(keyOf(lane), watermark);
    }

    private static int keyOf(Lane lane) {
        return -1 - lane.ordinal();
    }

    private long least(Lane lane) {
        int first = lane == Lane.EVENTS ? 0 : tasks[0];
        int count = tasks[lane.ordinal()];
        long least = Long.MAX_VALUE;
        for (int task = first; task < first + count; task++) {
            least = Math.min(least, heard.getOrDefault(task, Watermarks.NONE));
        }
        return least;
    }
}
