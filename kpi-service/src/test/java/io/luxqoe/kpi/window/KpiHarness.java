package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.baseline.HourOfWeek;
import io.luxqoe.kpi.baseline.Teaching;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.video.VideoSpec;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** The production topology in a TopologyTestDriver, one combine and one accumulate task. */
public final class KpiHarness implements AutoCloseable {

    public static final List<Axis> AXES =
            List.of(Axis.of("cell", 1000), Axis.of("region", 100), Axis.of("numberClass", 100));

    private final WindowSpec spec;
    private final MeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, new MockClock());
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, EnrichedBlock> enriched;
    private final TestInputTopic<String, Alarm> alarms;
    private final TestOutputTopic<KpiKey, KpiWindow> computed;
    private final TestOutputTopic<String, EnrichedEvent> videoSessions;
    private final List<EnrichedEvent> ended = new ArrayList<>();
    private final TestOutputTopic<String, EnrichedEvent> late;
    private final TestOutputTopic<String, KpiProgress> progress;

    public KpiHarness(Duration grace, Path stateDir) {
        this(spec(grace), AXES, stateDir);
    }

    KpiHarness(WindowSpec spec, List<Axis> axes, Path stateDir) {
        this.spec = spec;
        KpiTopics topics = KpiTopics.with(AvroSerdes.mock("kpi-" + stateDir.getFileName()));
        Properties settings = settings(stateDir);
        driver = new TopologyTestDriver(topology(topics, spec, axes, meters, settings), settings, Instant.EPOCH);
        enriched = input(topics.enriched());
        alarms = input(topics.alarms());
        computed = output(topics.computed());
        videoSessions = output(topics.videoSessions());
        late = output(topics.late());
        progress = output(topics.progress());
    }

    static Topology topology(KpiTopics topics, WindowSpec spec, Properties settings) {
        return topology(topics, spec, AXES, settings);
    }

    static Topology topology(KpiTopics topics, WindowSpec spec, List<Axis> axes, Properties settings) {
        return topology(topics, spec, axes, new SimpleMeterRegistry(), settings);
    }

    private static Topology topology(
            KpiTopics topics, WindowSpec spec, List<Axis> axes, MeterRegistry meters, Properties settings) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        return new MeasurementTopology(
                        topics, spec, axes, KpiCatalogue.standard(), FinalListener.NONE, new WindowMeters(meters))
                .addTo(builder)
                .build();
    }

    public static WindowSpec spec(Duration grace) {
        return spec(grace, "PT1M");
    }

    public static WindowSpec spec(Duration grace, String... sizes) {
        return spec(grace, 1, 1, sizes);
    }

    static WindowSpec spec(Duration grace, int inputPartitions, int partitions, String... sizes) {
        return spec(grace, inputPartitions, partitions, 4000, sizes);
    }

    static WindowSpec spec(Duration grace, int inputPartitions, int partitions, int windowsAtOnce, String... sizes) {
        List<WindowSize> all = Stream.of(sizes)
                .map(size -> WindowSize.of(size, ZoneId.of("Europe/Paris")))
                .toList();
        return new WindowSpec(
                new WindowSizes(all),
                all.stream().collect(Collectors.toMap(size -> size, size -> Duration.ofDays(1))),
                grace,
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                inputPartitions,
                partitions,
                new VideoSpec(
                        Duration.ofMinutes(2),
                        Duration.ofHours(12),
                        grace,
                        all.get(0).length(),
                        inputPartitions,
                        partitions),
                windowsAtOnce,
                baseline(all));
    }

    /** All sizes of at most an hour teach, and judge after two weeks. */
    private static BaselineSpec baseline(List<WindowSize> sizes) {
        return new BaselineSpec(
                new HourOfWeek(ZoneId.of("Europe/Paris")),
                sizes.stream()
                        .filter(size -> !size.isHopping() && size.length().compareTo(Duration.ofHours(1)) <= 0)
                        .collect(Collectors.toMap(
                                size -> size,
                                size -> new Teaching(
                                        0.25, 2, (int) Duration.ofHours(1).dividedBy(size.length())))),
                Duration.ofHours(1),
                13);
    }

    static Properties settings(Path stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "kpi-service");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        return settings;
    }

    /** Reads the stores as queries do. */
    public WindowReader reader() {
        return new WindowReader(stores(), spec);
    }

    /** The stores of the one task. */
    public PartitionStores stores() {
        return new DriverStores(driver);
    }

    private record DriverStores(TopologyTestDriver driver) implements PartitionStores {

        @Override
        public ReadOnlyKeyValueStore<Bytes, byte[]> open(Stage stage) {
            return driver.getKeyValueStore(stage.openWindows());
        }

        @Override
        public ReadOnlyWindowStore<Bytes, byte[]> finals(Stage stage, WindowSize size) {
            return driver.getWindowStore(stage.finalWindows(size));
        }

        @Override
        public ReadOnlyKeyValueStore<Integer, Long> promises(Stage stage) {
            return driver.getKeyValueStore(stage.promises());
        }

        @Override
        public ReadOnlyKeyValueStore<Bytes, byte[]> baselines() {
            return driver.getKeyValueStore(Baselines.STORE);
        }
    }

    /** Value of a gauge of the one task; its clock stands at 1 ms. */
    double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    void raise(Alarm alarm) {
        alarms.pipeInput(alarm.getAlarmId(), alarm);
    }

    public void send(EnrichedBlock block) {
        enriched.pipeInput(block.getSource(), block);
    }

    /** Lets time pass, with every wall-clock punctuation on its way. */
    public void pass(Duration time) {
        for (long step = 0; step < time.toMillis(); step += 100) {
            driver.advanceWallClockTime(Duration.ofMillis(100));
        }
    }

    /** Lets much time pass at once; each punctuation is on its way once. */
    void jump(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** What was published since this was last asked, of one axis. */
    public List<KpiWindow> published(String axis, KpiWindowStatus status) {
        return computed.readKeyValuesToList().stream()
                .filter(window -> window.key.getAxis().equals(axis) && window.value.getStatus() == status)
                .map(window -> window.value)
                .toList();
    }

    /** Summaries of all video sessions that have ended so far. */
    List<EnrichedEvent> videoSessions() {
        ended.addAll(videoSessions.readValuesToList());
        return ended;
    }

    public List<KeyValue<KpiKey, KpiWindow>> published() {
        return computed.readKeyValuesToList();
    }

    public TestOutputTopic<String, EnrichedEvent> late() {
        return late;
    }

    public KpiProgress lastProgress() {
        List<KpiProgress> all = progress.readValuesToList();
        return all.get(all.size() - 1);
    }

    private <K, V> TestInputTopic<K, V> input(Topic<K, V> topic) {
        return driver.createInputTopic(
                topic.name(), topic.keySerde().serializer(), topic.valueSerde().serializer());
    }

    private <K, V> TestOutputTopic<K, V> output(Topic<K, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    @Override
    public void close() {
        driver.close();
    }
}
