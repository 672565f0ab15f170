package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.window.Combined.Late;
import io.luxqoe.kpi.window.Combined.Progress;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToAccumulate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Windowed measurements by axis value, in two phases.
 *
 * <pre>
 * enriched ─ combine ┬ partials ═ by-kpi-key ═ accumulate ─ computed
 *                    ├ late-events ─ late
 *                    └ progress-states ─ progress ─ (task-progress, read by every combine task)
 * </pre>
 */
public final class MeasurementTopology {

    /** Store of the windows that still take events; keys by {@link OpenWindows}. */
    public static final String OPEN_WINDOWS = AccumulateProcessor.OPEN_WINDOWS;

    /** Window store of the final windows; keys by {@link SeriesKey#toBytes()}. */
    public static final String FINAL_WINDOWS = AccumulateProcessor.FINAL_WINDOWS;

    /** Store of the combine tasks' promises as an accumulate task has heard them; the least is the watermark. */
    public static final String PROMISES = AccumulateProcessor.PROMISES;

    private final KpiTopics topics;
    private final WindowSpec window;
    private final List<Axis> axes;
    private final KpiCatalogue catalogue;
    private final WindowMeters meters;

    /** A topology over these topics. */
    public MeasurementTopology(
            KpiTopics topics, WindowSpec window, List<Axis> axes, KpiCatalogue catalogue, WindowMeters meters) {
        this.topics = topics;
        this.window = window;
        this.axes = List.copyOf(axes);
        this.catalogue = catalogue;
        this.meters = meters;
    }

    /** Adds the topology to a builder. */
    public StreamsBuilder addTo(StreamsBuilder builder) {
        builder.globalTable(
                topics.progress().name(),
                Consumed.with(topics.progress().keySerde(), topics.progress().valueSerde())
                        .withName("task-progress-source"),
                Materialized.as(Stores.inMemoryKeyValueStore(CombineProcessor.TASK_PROGRESS)));
        builder.addStateStore(sourceClocks())
                .addStateStore(BeforeCommit.named(CombineProcessor.BEFORE_COMMIT))
                .addStateStore(openWindows())
                .addStateStore(finalWindows())
                .addStateStore(promises());

        builder.stream(topics.enriched().name(), topics.enriched().consumedAs("enriched"))
                .process(
                        () -> new CombineProcessor(window, axes, meters),
                        Named.as("combine"),
                        CombineProcessor.CLOCKS,
                        CombineProcessor.BEFORE_COMMIT)
                .split(Named.as("combined-"))
                .branch(MeasurementTopology::isLate, Branched.withConsumer(this::toLate, "late-events"))
                .branch(MeasurementTopology::isProgress, Branched.withConsumer(this::toProgress, "progress-states"))
                .defaultBranch(Branched.withConsumer(this::accumulate, "partials"));
        return builder;
    }

    private void accumulate(KStream<SeriesKey, Combined> partials) {
        partials.mapValues(ToAccumulate.class::cast, Named.as("to-accumulate"))
                .repartition(Repartitioned.with(seriesKeySerde(), ToAccumulateSerde.serde())
                        .withName("by-kpi-key")
                        .withNumberOfPartitions(window.partitions())
                        .withStreamPartitioner(byKpiKey()))
                .process(
                        () -> new AccumulateProcessor(window, catalogue, meters),
                        Named.as("accumulate"),
                        AccumulateProcessor.OPEN_WINDOWS,
                        AccumulateProcessor.FINAL_WINDOWS,
                        AccumulateProcessor.PROMISES)
                .to(topics.computed().name(), topics.computed().producedAs("computed"));
    }

    private void toLate(KStream<SeriesKey, Combined> lateEvents) {
        lateEvents
                .map(
                        (key, message) -> KeyValue.pair(((Late) message).source(), ((Late) message).event()),
                        Named.as("by-source"))
                .to(topics.late().name(), topics.late().producedAs("late"));
    }

    private void toProgress(KStream<SeriesKey, Combined> states) {
        states.map(
                        (key, message) -> KeyValue.pair(
                                Integer.toString(((Progress) message).state().getPartition()),
                                ((Progress) message).state()),
                        Named.as("by-task"))
                .to(topics.progress().name(), topics.progress().producedAs("progress"));
    }

    /** Partition of the accumulate task that has a series, from 0. */
    public static int partitionOf(SeriesKey series, int partitions) {
        return Utils.toPositive(Utils.murmur2(series.toBytes())) % partitions;
    }

    /** Partials to the partition of their series, promises to every partition. */
    private static StreamPartitioner<SeriesKey, ToAccumulate> byKpiKey() {
        return (topic, key, message, partitions) -> Optional.of(
                message instanceof Promise
                        ? IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet())
                        : Set.of(partitionOf(key, partitions)));
    }

    private static boolean isLate(SeriesKey key, Combined message) {
        return message instanceof Late;
    }

    private static boolean isProgress(SeriesKey key, Combined message) {
        return message instanceof Progress;
    }

    private static Serde<SeriesKey> seriesKeySerde() {
        return Serdes.serdeFrom((topic, key) -> key.toBytes(), (topic, octets) -> SeriesKey.fromBytes(octets));
    }

    /** Bounded by the number of sources. */
    private static StoreBuilder<?> sourceClocks() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(CombineProcessor.CLOCKS), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** Bounded by the windows that are open at once. */
    private static StoreBuilder<?> openWindows() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(OPEN_WINDOWS), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** Bounded by the retention of the history. */
    private StoreBuilder<?> finalWindows() {
        return Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(FINAL_WINDOWS, window.history(), window.size(), false),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withCachingDisabled();
    }

    /** Bounded by the number of input partitions. */
    private static StoreBuilder<?> promises() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(PROMISES), Serdes.Integer(), Serdes.Long())
                .withCachingDisabled();
    }
}
