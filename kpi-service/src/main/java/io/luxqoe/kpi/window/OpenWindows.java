package io.luxqoe.kpi.window;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The windows of a task that still take events: objects in memory, written to a logged store when the task commits, in the
 * same transaction as the offsets of what changed them. What did not change for a commit interval is in the store alone,
 * where it takes less than half the memory, until it is asked for. Bounded by what is open: a window leaves when it is final.
 *
 * <p>A key of the store is the octets of the series, of the size's id and of the start, with separators, so that the open
 * windows of a series, and of an axis, lie together.
 */
public final class OpenWindows {

    private record Id(SeriesKey series, int rank, long start) {}

    /** When windows are closed: by their end, and of one end the finer sizes first. */
    private record Due(long end, int rank) {}

    /** Later than any window, with room for grace. */
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final KeyValueStore<Bytes, byte[]> store;
    private final WindowSizes sizes;
    private final Map<Id, OpenWindow> windows = new HashMap<>();
    private final Map<Lane, TreeMap<Due, List<OpenWindow>>> due = new EnumMap<>(Lane.class);
    private final List<OpenWindow> unsaved = new ArrayList<>();
    private final Map<SeriesKey, Deque<OpenWindow>> leaving = new HashMap<>();
    private final List<OpenWindow> held = new ArrayList<>();
    private final Function<OpenWindow, WindowState> reader = this::read;
    private final Queue<OpenWindow> unstated = new ArrayDeque<>();

    /** How many of the unstated ones are still of the round. */
    private int round;

    /** The windows that a store holds. What is of a size that is no longer configured is dropped. */
    OpenWindows(KeyValueStore<Bytes, byte[]> store, WindowSizes sizes) {
        this.store = store;
        this.sizes = sizes;
        restore();
    }

    /** An open window, or null. */
    @Nullable
    OpenWindow find(SeriesKey series, WindowSize size, long start) {
        return windows.get(new Id(series, sizes.rank(size), start));
    }

    /** The window, opened if it is not; to be changed by the caller. */
    OpenWindow open(SeriesKey series, WindowSize size, long start) {
        Id id = new Id(series, sizes.rank(size), start);
        OpenWindow window = windows.get(id);
        if (window == null) {
            window = new OpenWindow(series, size, start, reader, WindowState.empty());
            held.add(window);
            add(id, window);
        }
        changed(window);
        return window;
    }

    /** When the next windows of a lane end, epoch ms; far away if there are none. */
    long firstEnd(Lane lane) {
        TreeMap<Due, List<OpenWindow>> ofLane = dueOf(lane);
        return ofLane.isEmpty() ? NEVER : ofLane.firstKey().end();
    }

    /**
     * The windows that are closed at a watermark, to be handed to {@link #forget} one by one: those of the earliest end, of
     * one size; empty if there are none. They are handed out once, and not as unstated any more.
     */
    List<OpenWindow> takeDue(Lane lane, long watermark, long grace) {
        Map.Entry<Due, List<OpenWindow>> first = dueOf(lane).firstEntry();
        if (first == null || !Watermarks.closed(first.getKey().end(), grace, watermark)) {
            return List.of();
        }
        dueOf(lane).remove(first.getKey());
        first.getValue().forEach(window -> window.stated(true));
        return first.getValue();
    }

    /**
     * Removes a window: when it is final, so that a query finds it somewhere. It stays in the store until {@link #save}, since
     * the coarser windows that it was merged into are there without it until then.
     */
    void forget(OpenWindow window) {
        windows.remove(new Id(window.series(), sizes.rank(window.size()), window.start()));
        if (window.size().equals(sizes.base())) {
            // what came since the last save is in no coarser window there either
            saveIfThere(window);
        }
        window.saved(true);
        leaving.computeIfAbsent(window.series(), series -> new ArrayDeque<>()).push(window);
    }

    int count() {
        return windows.size();
    }

    void forEach(Consumer<OpenWindow> action) {
        windows.values().forEach(action);
    }

    /** Begins a round of {@link #someUnstated} with all windows that changed since they were last handed out. */
    void beginRound() {
        round = unstated.size();
    }

    /** Hands out at most so many windows of the round; returns how many. What changes meanwhile waits for the next round. */
    int someUnstated(int limit, Consumer<OpenWindow> action) {
        int handedOut = 0;
        for (; handedOut < limit && round > 0; round--) {
            OpenWindow window = unstated.remove();
            if (!window.stated()) {
                window.stated(true);
                action.accept(window);
                changedUnseen(window);
                handedOut++;
            }
        }
        return handedOut;
    }

    /**
     * Writes what changed to the store, series by series: what leaves has come with the coarser ones right before. What did
     * not change since the last time is released.
     */
    void save() {
        held.removeIf(this::releaseUnchanged);
        leaving.values().forEach(ofSeries -> ofSeries.forEach(this::leave));
        leaving.clear();
        unsaved.forEach(this::saveIfThere);
        unsaved.clear();
    }

    private void leave(OpenWindow window) {
        for (WindowSize size : sizes.builtFrom(window.size())) {
            size.forEachHolding(window.start(), start -> saveIfThere(find(window.series(), size, start)));
        }
        store.delete(key(window.series(), window.size(), window.start()));
    }

    private void saveIfThere(@Nullable OpenWindow window) {
        if (window != null && !window.saved()) {
            window.saved(true);
            store.put(
                    key(window.series(), window.size(), window.start()),
                    window.state().toBytes());
        }
    }

    private boolean releaseUnchanged(OpenWindow window) {
        if (window.saved()) {
            window.release();
        }
        return window.saved();
    }

    private WindowState read(OpenWindow window) {
        byte[] octets = store.get(key(window.series(), window.size(), window.start()));
        if (octets == null) {
            throw new IllegalStateException("an open window of " + window.size().id() + " that was never saved");
        }
        held.add(window);
        return WindowState.fromBytes(octets);
    }

    private void changed(OpenWindow window) {
        if (window.stated()) {
            window.stated(false);
            unstated.add(window);
        }
        changedUnseen(window);
    }

    private void changedUnseen(OpenWindow window) {
        if (window.saved()) {
            window.saved(false);
            unsaved.add(window);
        }
    }

    private TreeMap<Due, List<OpenWindow>> dueOf(Lane lane) {
        return due.computeIfAbsent(
                lane, fresh -> new TreeMap<>(Comparator.comparingLong(Due::end).thenComparingInt(Due::rank)));
    }

    private void add(Id id, OpenWindow window) {
        windows.put(id, window);
        dueOf(Lane.of(id.series().family()))
                .computeIfAbsent(new Due(window.end(), sizes.rank(window.size())), fresh -> new ArrayList<>())
                .add(window);
    }

    private void restore() {
        List<Bytes> dropped = new ArrayList<>();
        Map<SeriesKey, SeriesKey> shared = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                Key key = Key.parse(entry.key);
                sizes.named(key.size())
                        .ifPresentOrElse(
                                size -> {
                                    SeriesKey series = shared.computeIfAbsent(key.series(), first -> first);
                                    OpenWindow window = new OpenWindow(series, size, key.start(), reader, null);
                                    add(new Id(series, sizes.rank(size), key.start()), window);
                                    window.stated(false);
                                    unstated.add(window);
                                },
                                () -> dropped.add(entry.key));
            }
        }
        dropped.forEach(store::delete);
    }

    private static Bytes key(SeriesKey series, WindowSize size, long start) {
        byte[] head = prefix(series, size);
        return Bytes.wrap(ByteBuffer.allocate(head.length + Long.BYTES)
                .put(head)
                .putLong(start ^ Long.MIN_VALUE)
                .array());
    }

    /** What the keys of a series' windows of a size begin with. */
    private static byte[] prefix(SeriesKey series, WindowSize size) {
        return (new String(series.toBytes(), StandardCharsets.UTF_8)
                        + SeriesKey.SEPARATOR
                        + size.id()
                        + SeriesKey.SEPARATOR)
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What a key of the store says.
     *
     * @param series the series
     * @param size id of the window size
     * @param start start of the window, epoch ms
     */
    public record Key(SeriesKey series, String size, long start) {

        /** Reads a key of the store. */
        public static Key parse(Bytes key) {
            byte[] octets = key.get();
            int head = octets.length - Long.BYTES;
            String text = new String(octets, 0, head - 1, StandardCharsets.UTF_8);
            int last = text.lastIndexOf(SeriesKey.SEPARATOR);
            return new Key(
                    SeriesKey.parse(text.substring(0, last)),
                    text.substring(last + 1),
                    ByteBuffer.wrap(octets, head, Long.BYTES).getLong() ^ Long.MIN_VALUE);
        }
    }
}
