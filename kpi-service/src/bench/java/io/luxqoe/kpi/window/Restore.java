package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.streams.runtime.BoundedRocksDb;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.springframework.util.FileSystemUtils;

/**
 * What the history costs: octets of a final one-minute window on disk and in the changelog, and how fast an instance that
 * has lost its disk gets them back. Broker and instance are one process; what restoring alone costs is the processor time of
 * the threads that do it. Arguments: keys (40,000), minutes (5), calls of a key in a minute (3).
 */
public final class Restore {

    private static final String WAY = "bench";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final List<Axis> CELLS = List.of(Axis.of("cell", 50_000));

    private final int keys;
    private final int minutes;
    private final int calls;
    private final Path state = Files.createTempDirectory("lux-bench");
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Restored restored = new Restored();

    private Restore(int keys, int minutes, int calls) throws IOException {
        this.keys = keys;
        this.minutes = minutes;
        this.calls = calls;
    }

    public static void main(String[] arguments) throws Exception {
        int[] given = Stream.of(arguments).mapToInt(Integer::parseInt).toArray();
        new Restore(
                        given.length > 0 ? given[0] : 40_000,
                        given.length > 1 ? given[1] : 5,
                        given.length > 2 ? given[2] : 3)
                .run();
    }

    private void run() throws Exception {
        try (DayBroker broker = DayBroker.start()) {
            broker.createTopics(WAY);
            String store = Stage.KEYS.finalWindows(WindowSize.of("PT1M", ZoneOffset.UTC));
            long windows = (long) keys * minutes;
            try (KafkaStreams streams = start(broker)) {
                send(broker);
                await(() -> finals() >= windows);
                await(() -> streams.state() == KafkaStreams.State.RUNNING);
            }
            long disk = octetsOf(store);
            long changelog = changelogOf(broker, store);
            System.out.printf(
                    "%d final one-minute windows: %d octets each on disk, %d in the changelog%n",
                    windows, disk / windows, changelog / windows);
            FileSystemUtils.deleteRecursively(state);
            long begin = System.nanoTime();
            try (KafkaStreams streams = start(broker)) {
                await(() -> restored.ended.getOrDefault(store, 0L) >= windows
                        && streams.state() == KafkaStreams.State.RUNNING);
                double seconds = (System.nanoTime() - begin) / 1e9;
                double processor = processorSeconds("StateUpdater");
                System.out.printf(
                        "all state back after %.1f s, start included; %d records, %.1f s of processor time: %.0f a second of it%n",
                        seconds, restored.all(), processor, restored.all() / processor);
            }
        }
        FileSystemUtils.deleteRecursively(state);
    }

    private long finals() {
        return (long) meters.counter("lux.kpi.windows", "status", "final").count();
    }

    private KafkaStreams start(DayBroker broker) {
        Properties settings = DayBroker.settings(broker.address(), WAY, "a", state);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131_072);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(settings)));
        new MeasurementTopology(
                        DayBroker.topics(WAY),
                        DayBroker.spec("PT1M", "PT15M", "PT1H", "P1D"),
                        CELLS,
                        KpiCatalogue.standard(),
                        FinalListener.NONE,
                        new WindowMeters(meters))
                .addTo(builder);
        KafkaStreams streams = new KafkaStreams(builder.build(), settings);
        streams.setGlobalStateRestoreListener(restored);
        streams.start();
        return streams;
    }

    /** The calls of each minute, and some that close the last. */
    private void send(DayBroker broker) {
        Calls made = new Calls(keys, 1_000_000, 0);
        try (KafkaProducer<String, EnrichedBlock> producer = broker.producer(WAY)) {
            for (int minute = 0; minute < minutes; minute++) {
                for (int call = 0; call < calls; call++) {
                    for (int source = 0; source < DayOfTraffic.PARTITIONS; source++) {
                        send(producer, made, source, NOON.plusSeconds(60L * minute + call));
                    }
                }
            }
            for (int source = 0; source < DayOfTraffic.PARTITIONS; source++) {
                Instant last =
                        NOON.plusSeconds(60L * minutes).plus(DayOfTraffic.GRACE).plusSeconds(1);
                send(producer, source, List.of(made.call("msc-" + source, last, source)));
            }
        }
    }

    private void send(KafkaProducer<String, EnrichedBlock> producer, Calls made, int source, Instant time) {
        List<EnrichedEvent> block = new ArrayList<>();
        for (int cell = source; cell < keys; cell += DayOfTraffic.PARTITIONS) {
            block.add(made.call("msc-" + source, time, cell));
            if (block.size() == Calls.EVENTS) {
                send(producer, source, block);
                block.clear();
            }
        }
        send(producer, source, block);
    }

    private static void send(KafkaProducer<String, EnrichedBlock> producer, int source, List<EnrichedEvent> events) {
        String id = "msc-" + source;
        var unused = producer.send(new ProducerRecord<>(
                DayBroker.topics(WAY).enriched().name(),
                source,
                id,
                Events.block(id, events.toArray(EnrichedEvent[]::new))));
    }

    private long octetsOf(String store) throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(file -> file.toString().contains(store) && Files.isRegularFile(file))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long changelogOf(DayBroker broker, String store) throws Exception {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address()))) {
            return admin.describeLogDirs(List.of(0)).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(entry -> entry.getKey().topic().endsWith(store + "-changelog"))
                    .mapToLong(entry -> entry.getValue().size())
                    .sum();
        }
    }

    private static double processorSeconds(String threads) {
        ThreadMXBean all = ManagementFactory.getThreadMXBean();
        double nanos = 0;
        for (ThreadInfo thread : all.getThreadInfo(all.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().contains(threads)) {
                nanos += all.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos / 1e9;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(50);
        }
    }

    /** How many records of each store came back. */
    private static final class Restored implements StateRestoreListener {
        private final Map<String, Long> ended = new ConcurrentHashMap<>();

        long all() {
            return ended.values().stream().mapToLong(Long::longValue).sum();
        }

        @Override
        public void onRestoreStart(TopicPartition partition, String store, long from, long to) {}

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long to, long count) {}

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long total) {
            ended.merge(store, total, Long::sum);
        }
    }
}
