package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.luxqoe.kpi.window.DayOfTraffic.Block;
import io.luxqoe.kpi.window.NaiveWindows.Id;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiProgress;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.streams.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * A {@linkplain DayOfTraffic day of traffic} consumed live, as a backlog at uneven pace, and by instances that die at random
 * moments: the FINAL windows are those of {@link NaiveWindows}, and the same each way.
 *
 * <p>On demand larger, of another seed, with more deaths: {@code -Dlux.day.events=200000 -Dlux.day.seed=7
 * -Dlux.day.kills=10}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DayOfTrafficIT {

    private static final Duration PATIENCE = Duration.ofMinutes(Long.getLong("lux.day.patience", 4));
    private static final long SEED = Long.getLong("lux.day.seed", 1);
    private static final int KILLS = Integer.getInteger("lux.day.kills", 1);
    /** A live network is at most so many blocks ahead of its indicators. */
    private static final int LIVE = 40;

    @TempDir
    Path folder;

    private final DayOfTraffic traffic = new DayOfTraffic(SEED, Integer.getInteger("lux.day.events", 3_000));
    private final NaiveWindows naive = traffic.naive(DayBroker.SIZES);
    private final List<KafkaStreams> instances = new ArrayList<>();
    private DayBroker broker;
    private @Nullable Map<Id, Integer> otherWay;

    @BeforeAll
    void startBroker() throws Exception {
        broker = DayBroker.start();
    }

    @AfterEach
    void stopInstances() {
        instances.forEach(streams -> streams.close(Duration.ofSeconds(20)));
        instances.clear();
    }

    @AfterAll
    void stopBroker() throws Exception {
        broker.close();
    }

    @Test
    void theTrafficIsAsItIsSaidToBe() {
        assertThat(traffic.shareOutOfOrder()).isCloseTo(0.2, within(0.02));
        assertThat(naive.late().size() / (double) traffic.events()).isCloseTo(0.02, within(0.007));
        assertThat(naive.counted() + naive.late().size()).isEqualTo(traffic.events());
    }

    @Test
    void aLiveDayHasTheFinalWindowsOfANaiveCount() throws Exception {
        broker.createTopics("live");
        start("live", "a", DayBroker.topics("live"));
        try (KafkaProducer<String, EnrichedBlock> producer = broker.producer("live")) {
            List<Block> blocks = traffic.blocks();
            for (int sent = 0; sent < blocks.size(); sent += LIVE) {
                int next = Math.min(blocks.size(), sent + LIVE);
                send(producer, "live", blocks.subList(sent, next));
                awaiting(() -> broker.consumed("live") >= next);
            }
        }
        check("live");
    }

    @Test
    void aBacklogAtUnevenPaceHasTheSame() throws Exception {
        broker.createTopics("backlog");
        start("backlog", "a", DayBroker.topics("backlog"));
        long before = 0;
        try (KafkaProducer<String, EnrichedBlock> producer = broker.producer("backlog")) {
            for (int partition : new int[] {2, 0, 3, 1}) {
                List<Block> blocks = traffic.blocks().stream()
                        .filter(block -> block.partition() == partition)
                        .toList();
                send(producer, "backlog", blocks);
                long sent = before + blocks.size();
                awaiting(() -> broker.consumed("backlog") >= sent);
                before = sent;
            }
        }
        check("backlog");
    }

    @Test
    void instancesThatDieAtRandomMomentsHaveTheSame() throws Exception {
        Random random = new Random(SEED);
        broker.createTopics("deaths");
        KpiTopics topics = DayBroker.topics("deaths");
        List<Block> blocks = traffic.blocks();
        // early among what one instance reads, however few partitions the others leave it
        FailingOnce failing = new FailingOnce(
                topics.enriched().valueSerde(), Set.of(10 + random.nextInt(20), 40 + random.nextInt(40)));
        KpiTopics thatFail = new KpiTopics(
                new Topic<>(topics.enriched().name(), Serdes.String(), failing.serde()),
                topics.late(),
                topics.progress(),
                topics.videoSessions(),
                topics.computed(),
                topics.alarms());
        start("deaths", "a-0", thatFail);
        Path kept = folder.resolve("deaths-b");
        WindowProcess process = WindowProcess.start(broker, "deaths", "b-0", kept);
        try (KafkaProducer<String, EnrichedBlock> producer = broker.producer("deaths")) {
            int sent = 0;
            for (int death = 1; death <= KILLS; death++) {
                String client = "b-" + (death - 1);
                awaiting(() -> broker.isAtWork("deaths", client));
                int next = blocks.size() * death / (KILLS + 1);
                send(producer, "deaths", blocks.subList(sent, next));
                int moment = sent + 1 + random.nextInt(next - sent);
                sent = next;
                awaiting(() -> broker.consumed("deaths") >= moment);
                process.kill();
                if (death % 2 == 0) {
                    kept = folder.resolve("deaths-b-" + death);
                }
                process = WindowProcess.start(broker, "deaths", "b-" + death, kept);
                if (death == 1) {
                    instances.remove(0).close(Duration.ZERO);
                    start("deaths", "a-1", thatFail);
                }
            }
            send(producer, "deaths", blocks.subList(sent, blocks.size()));
            check("deaths");
            assertThat(failing.failures()).isPositive();
        } finally {
            process.close();
        }
    }

    private void start(String way, String client, KpiTopics topics) {
        Properties settings = DayBroker.settings(broker.address(), way, client, folder.resolve(way + client));
        KafkaStreams streams = DayBroker.streams(settings, topics);
        streams.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.REPLACE_THREAD);
        streams.start();
        instances.add(streams);
    }

    private static void send(KafkaProducer<String, EnrichedBlock> producer, String way, List<Block> blocks) {
        String topic = DayBroker.topics(way).enriched().name();
        for (Block block : blocks) {
            var unused = producer.send(new ProducerRecord<>(topic, block.partition(), block.source(), block.message()));
        }
        producer.flush();
    }

    private void check(String way) throws Exception {
        FinalSet finals = new FinalSet(naive);
        try (KafkaConsumer<KpiKey, KpiWindow> reader = broker.computed(way)) {
            awaiting(() -> {
                reader.poll(Duration.ofMillis(200)).forEach(said -> finals.hear(said.key(), said.value()));
                return finals.isComplete();
            });
            stopInstances();
            readToTheEnd(reader, said -> finals.hear(said.key(), said.value()));
        }
        finals.check();
        checkLate(way);
        if (otherWay != null) {
            assertThat(finals.digests()).as("the same as the other way").isEqualTo(otherWay);
        }
        otherWay = finals.digests();
    }

    private void checkLate(String way) {
        KpiTopics topics = DayBroker.topics(way);
        Set<String> late = new HashSet<>();
        try (KafkaConsumer<String, EnrichedEvent> reader = broker.reader(topics.late(), 1)) {
            readToTheEnd(
                    reader, said -> assertThat(late.add(said.value().getEvent().getEventId()))
                            .as("late once")
                            .isTrue());
        }
        assertThat(late).isEqualTo(naive.late());
        Map<String, KpiProgress> progress = new HashMap<>();
        try (KafkaConsumer<String, KpiProgress> reader = broker.reader(topics.progress(), 1)) {
            readToTheEnd(reader, said -> progress.put(said.key(), said.value()));
        }
        assertThat(progress.values().stream().mapToLong(KpiProgress::getCounted).sum())
                .isEqualTo(naive.counted());
        assertThat(progress.values().stream().mapToLong(KpiProgress::getLate).sum())
                .isEqualTo(naive.late().size());
    }

    /** What nobody writes to any more. */
    private static <K, V> void readToTheEnd(KafkaConsumer<K, V> reader, Consumer<ConsumerRecord<K, V>> said) {
        awaiting(() -> {
            reader.poll(Duration.ofMillis(200)).forEach(said);
            return reader.endOffsets(reader.assignment()).entrySet().stream()
                    .allMatch(end -> reader.position(end.getKey()) >= end.getValue());
        });
    }

    private static void awaiting(Callable<Boolean> condition) {
        // a thread that dies on purpose must not end the wait
        ConditionFactory patient = await().dontCatchUncaughtExceptions().pollInterval(Duration.ofMillis(20));
        patient.atMost(PATIENCE).until(condition);
    }
}
