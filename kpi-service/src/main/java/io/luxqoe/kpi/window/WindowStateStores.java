package io.luxqoe.kpi.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.internals.RocksDbIndexedTimeOrderedWindowBytesStoreSupplier;

/** The state stores of the topology. None is cached: what they hold lies in memory before it is written to them. */
final class WindowStateStores {

    private WindowStateStores() {}

    static void addTo(StreamsBuilder builder, WindowSpec spec) {
        builder.addStateStore(sourceClocks()).addStateStore(BeforeCommit.named(CombineProcessor.BEFORE_COMMIT));
        for (Stage stage : Stage.values()) {
            builder.addStateStore(BeforeCommit.named(stage.beforeCommit()))
                    .addStateStore(openWindows(stage))
                    .addStateStore(promises(stage));
            spec.sizes().all().forEach(size -> builder.addStateStore(finalWindows(stage, size, spec)));
        }
        builder.addStateStore(baselines()).addStateStore(dueBaselines()).addStateStore(incidents());
    }

    /** Names of the stores of a stage's processor. */
    static String[] namesOf(Stage stage, WindowSpec spec) {
        List<String> names = new ArrayList<>(List.of(stage.beforeCommit(), stage.openWindows(), stage.promises()));
        spec.sizes().all().forEach(size -> names.add(stage.finalWindows(size)));
        if (stage == Stage.KEYS) {
            names.add(Baselines.STORE);
            names.add(Baselines.DUE);
            names.add(Completeness.STORE);
        }
        return names.toArray(String[]::new);
    }

    /** Bounded by the number of sources. */
    private static StoreBuilder<?> sourceClocks() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CombineProcessor.CLOCKS), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** Bounded by the windows that are open at once. */
    private static StoreBuilder<?> openWindows(Stage stage) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(stage.openWindows()), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** Bounded by the number of tasks that promise. */
    private static StoreBuilder<?> promises(Stage stage) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(stage.promises()), Serdes.Integer(), Serdes.Long())
                .withCachingDisabled();
    }

    /** Bounded by the keys of some weeks, 168 hours and the sizes that teach. */
    private static StoreBuilder<?> baselines() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(Baselines.STORE), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** Bounded by the series that had a window since the hour that teaches next. */
    private static StoreBuilder<?> dueBaselines() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Baselines.DUE), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** Bounded by the number of sources. */
    private static StoreBuilder<?> incidents() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Completeness.STORE), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /**
     * Bounded by the retention of the history. The changelog counts it from when a window was written: by the window's own
     * time the broker would throw away what a backlog of last month has just put there.
     */
    private static StoreBuilder<?> finalWindows(Stage stage, WindowSize size, WindowSpec spec) {
        String name = stage.finalWindows(size);
        Duration history = spec.historyOf(size);
        return Stores.timestampedWindowStoreBuilder(
                        stage == Stage.KEYS
                                ? byTime(name, history, size.length())
                                : Stores.inMemoryWindowStore(name, history, size.length(), false),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withLoggingEnabled(
                        Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name))
                .withCachingDisabled();
    }

    /**
     * On disk in the order of time, with an index by key: all keys of one window lie together, for "the worst of", and the
     * windows of one key are found, for its history. Kafka Streams has the store for its own windowed joins; it restores
     * values with timestamps, and so it is to be written with them.
     */
    private static WindowBytesStoreSupplier byTime(String name, Duration history, Duration size) {
        return RocksDbIndexedTimeOrderedWindowBytesStoreSupplier.create(name, history, size, false, true);
    }
}
