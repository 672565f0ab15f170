package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.video.VideoBuffer;
import io.luxqoe.kpi.video.VideoSessionTopology;
import io.luxqoe.kpi.window.Accumulated.Statement;
import io.luxqoe.kpi.window.Accumulated.ToOthers;
import io.luxqoe.kpi.window.Combined.Late;
import io.luxqoe.kpi.window.Combined.Progress;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToAccumulate;
import io.luxqoe.kpi.window.Combined.ToVideo;
import io.luxqoe.kpi.window.Combined.Told;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;

/**
 * Windowed measurements by axis value, in two phases, and a third for what the bounds of the axes fold together.
 *
 * <pre>
 * enriched ─ combine ┬ partials ═ by-kpi-key ═══════════════════════════════════════════════ events-and-sessions ─ (*)
 *                    ├ video-reports ═ by-video-session ═ … ═ sessions-by-kpi-key ══════════┘
 *                    ├ late-events ─ late
 *                    └ progress-states ─ progress ─ (task-progress, read by every combine task)
 *
 * (*) accumulate ┬ statements ─ computed
 *                └ folded ═ by-axis ═ accumulate-others ─ others-computed
 *
 * alarms (global table, read by accumulate)
 * </pre>
 */
public final class MeasurementTopology {

    private final KpiTopics topics;
    private final WindowSpec spec;
    private final List<Axis> axes;
    private final SeriesPartitions partitions;
    private final KpiCatalogue catalogue;
    private final FinalListener listener;
    private final WindowMeters meters;

    /** A topology over these topics. */
    public MeasurementTopology(
            KpiTopics topics,
            WindowSpec spec,
            List<Axis> axes,
            KpiCatalogue catalogue,
            FinalListener listener,
            WindowMeters meters) {
        this.topics = topics;
        this.spec = spec;
        this.axes = List.copyOf(axes);
        this.partitions = new SeriesPartitions(axes, spec.partitions());
        this.catalogue = catalogue;
        this.listener = listener;
        this.meters = meters;
    }

    /** Adds the topology to a builder. */
    public StreamsBuilder addTo(StreamsBuilder builder) {
        builder.globalTable(
                topics.progress().name(),
                Consumed.with(topics.progress().keySerde(), topics.progress().valueSerde())
                        .withName("task-progress-source"),
                Materialized.as(Stores.inMemoryKeyValueStore(CombineProcessor.TASK_PROGRESS)));
        builder.globalTable(
                topics.alarms().name(),
                Consumed.with(topics.alarms().keySerde(), topics.alarms().valueSerde())
                        .withName("alarms-source"),
                Materialized.as(Stores.inMemoryKeyValueStore(Baselines.ALARMS)));
        WindowStateStores.addTo(builder, spec);

        Map<String, KStream<SeriesKey, Combined>> combined = builder.stream(
                        topics.enriched().name(), topics.enriched().consumedAs("enriched"))
                .process(
                        () -> new CombineProcessor(
                                spec, axes, new VideoBuffer(spec.video(), topics.videoSessions()), meters),
                        Named.as("combine"),
                        CombineProcessor.CLOCKS,
                        CombineProcessor.BEFORE_COMMIT)
                .split(Named.as("combined-"))
                .branch(MeasurementTopology::isLate, Branched.withConsumer(this::toLate, "late-events"))
                .branch(MeasurementTopology::isProgress, Branched.withConsumer(this::toProgress, "progress-states"))
                .branch(MeasurementTopology::isVideo, Branched.as("video-reports"))
                .defaultBranch(Branched.as("partials"));
        accumulate(
                branch(combined, "combined-partials")
                        .mapValues(ToAccumulate.class::cast, Named.as("to-accumulate"))
                        .repartition(repartitioned("by-kpi-key")),
                ofSessions(builder, branch(combined, "combined-video-reports")));
        return builder;
    }

    private static KStream<SeriesKey, Combined> branch(
            Map<String, KStream<SeriesKey, Combined>> branches, String name) {
        return Objects.requireNonNull(branches.get(name), name);
    }

    private KStream<SeriesKey, ToAccumulate> ofSessions(StreamsBuilder builder, KStream<SeriesKey, Combined> reports) {
        SessionMeasures measures = new SessionMeasures(axes, spec);
        return new VideoSessionTopology(spec.video(), topics.videoSessions())
                .addTo(
                        builder,
                        reports.map(
                                (key, message) ->
                                        KeyValue.pair(((ToVideo) message).session(), ((ToVideo) message).message()),
                                Named.as("to-video-sessions")))
                .flatMap((session, output) -> measures.of(output), Named.as("measure-sessions"))
                .repartition(repartitioned("sessions-by-kpi-key"));
    }

    private void accumulate(KStream<SeriesKey, ToAccumulate> ofEvents, KStream<SeriesKey, ToAccumulate> ofSessions) {
        ofEvents.merge(ofSessions, Named.as("events-and-sessions"))
                .process(
                        () -> new AccumulateProcessor(spec, axes, catalogue, listener, meters),
                        Named.as(Stage.KEYS.processor()),
                        WindowStateStores.namesOf(Stage.KEYS, spec))
                .split(Named.as("accumulated-"))
                .branch(
                        (series, said) -> said instanceof Statement,
                        Branched.withConsumer(said -> toComputed(said, ""), "statements"))
                .defaultBranch(Branched.withConsumer(this::accumulateOthers, "folded"));
    }

    private void accumulateOthers(KStream<SeriesKey, Accumulated> folded) {
        toComputed(
                folded.mapValues(said -> ((ToOthers) said).message(), Named.as("to-others"))
                        .repartition(repartitioned("by-axis"))
                        .process(
                                () -> new OthersProcessor(spec, new Statements(catalogue), meters),
                                Named.as(Stage.OTHERS.processor()),
                                WindowStateStores.namesOf(Stage.OTHERS, spec)),
                "others-");
    }

    private void toComputed(KStream<SeriesKey, Accumulated> statements, String prefix) {
        statements
                .map(
                        (series, said) ->
                                KeyValue.pair(series.toKpiKey(((Statement) said).size()), ((Statement) said).window()),
                        Named.as(prefix + "by-window-key"))
                .to(topics.computed().name(), topics.computed().producedAs(prefix + "computed"));
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

    private Repartitioned<SeriesKey, ToAccumulate> repartitioned(String name) {
        return Repartitioned.with(seriesKeySerde(), ToAccumulateSerde.serde())
                .withName(name)
                .withNumberOfPartitions(spec.partitions())
                .withStreamPartitioner(bySeries());
    }

    /** Partials to the partition of their series, promises and incidents to every partition. */
    private StreamPartitioner<SeriesKey, ToAccumulate> bySeries() {
        return (topic, key, message, count) -> Optional.of(
                message instanceof Promise || message instanceof Told
                        ? IntStream.range(0, count).boxed().collect(Collectors.toUnmodifiableSet())
                        : Set.of(partitions.of(key)));
    }

    private static boolean isLate(SeriesKey key, Combined message) {
        return message instanceof Late;
    }

    private static boolean isProgress(SeriesKey key, Combined message) {
        return message instanceof Progress;
    }

    private static boolean isVideo(SeriesKey key, Combined message) {
        return message instanceof ToVideo;
    }

    private static Serde<SeriesKey> seriesKeySerde() {
        return Serdes.serdeFrom((topic, key) -> key.toBytes(), (topic, octets) -> SeriesKey.fromBytes(octets));
    }
}
