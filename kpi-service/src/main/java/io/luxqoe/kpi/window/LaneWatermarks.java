package io.luxqoe.kpi.window;

import io.luxqoe.kpi.window.Combined.Promise;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The watermark of each lane: the least promise of its tasks. Tasks are numbered through, those of the first lane first.
 */
final class LaneWatermarks {

    private final KeyValueStore<Integer, Long> promises;
    private final int[] tasks;
    private final Map<Integer, Long> heard = new HashMap<>();
    private final long[] watermarks = new long[Lane.values().length];

    /**
     * Watermarks by the promises of a store.
     *
     * @param tasks how many tasks promise for each lane
     */
    LaneWatermarks(KeyValueStore<Integer, Long> promises, int... tasks) {
        this.promises = promises;
        this.tasks = tasks;
        try (KeyValueIterator<Integer, Long> each = promises.all()) {
            each.forEachRemaining(entry -> heard.put(entry.key, entry.value));
        }
        for (Lane lane : Lane.values()) {
            watermarks[lane.ordinal()] = least(lane);
        }
    }

    long of(Lane lane) {
        return watermarks[lane.ordinal()];
    }

    /** Number of a lane's task among all. */
    static int taskNumber(Lane lane, int task, int tasksOfFirstLane) {
        return lane == Lane.EVENTS ? task : tasksOfFirstLane + task;
    }

    Lane laneOf(Promise promise) {
        return promise.task() < tasks[0] ? Lane.EVENTS : Lane.VIDEO_SESSIONS;
    }

    /**
     * Takes a promise; true if the watermark of its lane rose. The store, which queries read, does not know of it before
     * {@link #keep}: it is to say that windows are final when they are there.
     */
    boolean hear(Promise promise) {
        heard.put(promise.task(), promise.watermark());
        Lane lane = laneOf(promise);
        long reached = least(lane);
        if (reached <= watermarks[lane.ordinal()]) {
            return false;
        }
        watermarks[lane.ordinal()] = reached;
        return true;
    }

    /** Keeps a promise that was heard, when what it closes is closed. */
    void keep(Promise promise) {
        promises.put(promise.task(), promise.watermark());
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

    /** The least promise of a lane's tasks; {@link Watermarks#NONE} while one has not spoken. */
    static long least(ReadOnlyKeyValueStore<Integer, Long> promises, Lane lane, int... tasks) {
        int first = lane == Lane.EVENTS ? 0 : tasks[0];
        int after = first + tasks[lane.ordinal()];
        long least = Long.MAX_VALUE;
        int heard = 0;
        try (KeyValueIterator<Integer, Long> each = promises.range(first, after - 1)) {
            while (each.hasNext()) {
                least = Math.min(least, each.next().value);
                heard++;
            }
        }
        return heard < after - first ? Watermarks.NONE : least;
    }
}
