package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.baseline.Baseline;
import io.luxqoe.kpi.baseline.Teaching;
import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.schemas.KpiValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * Reads the windows of one partition beside its task: what was written to its stores, at most a commit interval ago. A
 * window that becomes FINAL meanwhile is read once, as FINAL. Windows without events are not there.
 */
public final class WindowReader {

    private final PartitionStores stores;
    private final WindowSpec spec;

    /** A reader of these stores. */
    public WindowReader(PartitionStores stores, WindowSpec spec) {
        this.stores = stores;
        this.spec = spec;
    }

    /** Windows of a series that start in {@code [from, to)}, epoch ms, by their start. */
    public Collection<ReadWindow> ofSeries(SeriesKey series, WindowSize size, long from, long to) {
        Map<Long, ReadWindow> found = new TreeMap<>();
        OpenSeries open = new OpenSeries(series, size, spec.sizes());
        forEachOpen(stageOf(series.value()), allSizesOf(series), open::add);
        open.windows(from, to).forEach(window -> found.put(window.start(), window));
        try (WindowStoreIterator<byte[]> finals = stores.finals(stageOf(series.value()), size)
                .fetch(Bytes.wrap(series.toBytes()), Instant.ofEpochMilli(from), Instant.ofEpochMilli(to - 1))) {
            while (finals.hasNext()) {
                KeyValue<Long, byte[]> entry = finals.next();
                found.put(entry.key, new ReadWindow(series, size, entry.key, true, WindowState.fromBytes(entry.value)));
            }
        }
        return found.values();
    }

    /** All windows of a family and axis that start at a time, in no certain order; {@code other} is not among them. */
    public void forEachAt(String family, String axis, WindowSize size, long start, Consumer<ReadWindow> action) {
        byte[] prefix = SeriesKey.prefix(family, axis);
        Map<SeriesKey, OpenSeries> open = new HashMap<>();
        // of a window that is closed none is open, and there may be many other open ones
        if (!Watermarks.closed(size.endOf(start), spec.graceMs(), watermark(family))) {
            forEachOpen(Stage.KEYS, prefix, (key, octets) -> open.computeIfAbsent(
                            key.series(), series -> new OpenSeries(series, size, spec.sizes()))
                    .add(key, octets));
        }
        Instant at = Instant.ofEpochMilli(start);
        try (KeyValueIterator<Windowed<Bytes>, byte[]> finals =
                stores.finals(Stage.KEYS, size).fetchAll(at, at)) {
            while (finals.hasNext()) {
                KeyValue<Windowed<Bytes>, byte[]> entry = finals.next();
                byte[] key = entry.key.key().get();
                if (Arrays.mismatch(prefix, key) == prefix.length) {
                    SeriesKey series = SeriesKey.fromBytes(key);
                    open.remove(series);
                    action.accept(new ReadWindow(series, size, start, true, WindowState.fromBytes(entry.value)));
                }
            }
        }
        for (OpenSeries series : open.values()) {
            series.windows(start, start + 1).stream()
                    .filter(window -> !window.series().value().equals(Axis.OTHER))
                    .forEach(action);
        }
    }

    /** Values of an axis that begin with a prefix and have events in the coarsest windows that are open. */
    public SortedSet<String> keys(String family, String axis, String valuePrefix) {
        SortedSet<String> keys = new TreeSet<>();
        byte[] prefix = new SeriesKey(family, axis, valuePrefix).toBytes();
        forEachOpen(Stage.KEYS, prefix, (key, octets) -> keys.add(key.series().value()));
        keys.remove(Axis.OTHER);
        return keys;
    }

    /** What is usual in the hour of the week of a window; nothing if windows of its size do not teach, or none did. */
    public Optional<Usual> usual(ReadWindow window) {
        Teaching teaching = spec.baseline().teachings().get(window.size());
        if (teaching == null) {
            return Optional.empty();
        }
        Bytes key = BaselineKey.of(
                window.series(), window.size(), window.start(), spec.baseline().hours());
        return Optional.ofNullable(stores.baselines().get(key))
                .map(octets -> new Usual(Baseline.fromBytes(octets), teaching));
    }

    /**
     * What is usual, and how it was learnt.
     *
     * @param baseline what is usual
     * @param teaching how it was learnt
     */
    public record Usual(Baseline baseline, Teaching teaching) {

        /** Puts into a value of a KPI what is usual for it. */
        public void compare(Kpi kpi, KpiValue value) {
            Baselines.compare(baseline, kpi, value, teaching);
        }
    }

    /** Watermark of a family's windows, epoch ms; {@link Watermarks#NONE} before the first. */
    public long watermark(String family) {
        return LaneWatermarks.closedTo(stores.promises(Stage.KEYS), Lane.of(family));
    }

    private void forEachOpen(Stage stage, byte[] prefix, BiConsumer<OpenWindows.Key, byte[]> action) {
        try (KeyValueIterator<Bytes, byte[]> entries = stores.open(stage).range(Bytes.wrap(prefix), after(prefix))) {
            while (entries.hasNext()) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                // what the task removes between finding the key and getting the value has none
                if (entry.value != null) {
                    action.accept(OpenWindows.Key.parse(entry.key), entry.value);
                }
            }
        }
    }

    /** What the keys of a series begin with in the store of open windows, and those of no other series. */
    private static byte[] allSizesOf(SeriesKey series) {
        return endedBy(series.toBytes(), SeriesKey.SEPARATOR);
    }

    /** No key with the prefix comes after it: UTF-8 has no octet 255, and a key goes on in UTF-8. */
    private static Bytes after(byte[] prefix) {
        return Bytes.wrap(endedBy(prefix, 0xff));
    }

    private static byte[] endedBy(byte[] octets, int last) {
        byte[] ended = Arrays.copyOf(octets, octets.length + 1);
        ended[octets.length] = (byte) last;
        return ended;
    }

    private static Stage stageOf(String value) {
        return value.equals(Axis.OTHER) ? Stage.OTHERS : Stage.KEYS;
    }
}
