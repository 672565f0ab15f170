package io.luxqoe.kpi.window;

import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/**
 * What {@link WindowReader} finds of every series of an instance, one line for each answer. Lines of final windows hold all
 * that is kept of them. Of open windows revision and watermark are left out: whoever takes them over states them anew.
 */
final class Answers {

    /** What the lines of final windows begin with; each comes by its series, and but for {@code other} by its time. */
    static final String FINAL = "FINAL ";

    /** What the lines begin with that say what is usual for a window. */
    static final String USUAL = "usual ";

    private static final long DAY = Duration.ofDays(1).toMillis();

    /** All keys of an axis at a time. */
    private record Row(String family, String axis, WindowSize size, long start) {}

    private final WindowSpec spec;
    private final SortedSet<String> lines = new TreeSet<>();

    private Answers(WindowSpec spec) {
        this.spec = spec;
    }

    /** All answers of streams that have all tasks; none while these are not there. */
    static SortedSet<String> of(KafkaStreams streams, WindowSpec spec) {
        Answers answers = new Answers(spec);
        try {
            for (int partition = 0; partition < spec.partitions(); partition++) {
                answers.read(new TaskStores(streams, partition));
            }
        } catch (InvalidStateStoreException e) {
            return new TreeSet<>();
        }
        return answers.lines;
    }

    private void read(TaskStores stores) {
        WindowReader reader = new WindowReader(stores, spec);
        lines.add("watermark " + reader.watermark("voice"));
        Set<SeriesKey> all = new HashSet<>();
        for (Stage stage : Stage.values()) {
            addOpen(stores.open(stage), all);
            spec.sizes().all().forEach(size -> addFinal(stores.finals(stage, size), all));
        }
        Set<Row> rows = new HashSet<>();
        for (WindowSize size : spec.sizes().all()) {
            for (SeriesKey series : all) {
                for (ReadWindow window : reader.ofSeries(series, size, DAY, 100_000 * DAY)) {
                    say(window, "");
                    rows.add(new Row(series.family(), series.axis(), size, window.start()));
                    reader.usual(window)
                            .ifPresent(usual -> lines.add(USUAL
                                    + named(window)
                                    + ' '
                                    + HexFormat.of().formatHex(usual.baseline().toBytes())));
                }
            }
        }
        rows.forEach(row ->
                reader.forEachAt(row.family, row.axis, row.size, row.start, window -> say(window, "in its row ")));
    }

    private void say(ReadWindow window, String how) {
        WindowState state = window.state();
        HexFormat hex = HexFormat.of();
        lines.add(
                window.isFinal()
                        ? FINAL + how + named(window) + ' ' + hex.formatHex(state.toBytes())
                        : "open " + how + named(window) + ' ' + state.events() + ' ' + state.newestRawTime() + ' '
                                + state.contributors() + state.reasons() + ' '
                                + hex.formatHex(state.tally().toBytes()));
    }

    private static String named(ReadWindow window) {
        SeriesKey series = window.series();
        return String.join(
                " ", window.size().id(), series.family(), series.axis(), series.value(), "" + window.start());
    }

    private static void addOpen(ReadOnlyKeyValueStore<Bytes, byte[]> store, Set<SeriesKey> to) {
        try (KeyValueIterator<Bytes, byte[]> entries = store.all()) {
            entries.forEachRemaining(
                    entry -> to.add(OpenWindows.Key.parse(entry.key).series()));
        }
    }

    private static void addFinal(ReadOnlyWindowStore<Bytes, byte[]> store, Set<SeriesKey> to) {
        try (KeyValueIterator<Windowed<Bytes>, byte[]> entries = store.all()) {
            entries.forEachRemaining(
                    entry -> to.add(SeriesKey.fromBytes(entry.key.key().get())));
        }
    }

    /** The stores of a partition's tasks. */
    private record TaskStores(KafkaStreams streams, int partition) implements PartitionStores {

        @Override
        public ReadOnlyKeyValueStore<Bytes, byte[]> open(Stage stage) {
            return store(stage.openWindows(), QueryableStoreTypes.keyValueStore());
        }

        @Override
        public ReadOnlyWindowStore<Bytes, byte[]> finals(Stage stage, WindowSize size) {
            return store(stage.finalWindows(size), QueryableStoreTypes.windowStore());
        }

        @Override
        public ReadOnlyKeyValueStore<Integer, Long> promises(Stage stage) {
            return store(stage.promises(), QueryableStoreTypes.keyValueStore());
        }

        @Override
        public ReadOnlyKeyValueStore<Bytes, byte[]> baselines() {
            return store(BASELINES, QueryableStoreTypes.keyValueStore());
        }

        private <T> T store(String name, QueryableStoreType<T> type) {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(name, type).withPartition(partition));
        }
    }
}
