package io.luxqoe.kpi.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.measurement.DistinctCount;
import io.luxqoe.kpi.measurement.Distribution;
import io.luxqoe.kpi.window.NaiveWindows.Id;
import io.luxqoe.kpi.window.NaiveWindows.Window;
import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Who starts without the state of an instance that was killed answers as that one did, and goes on where it was. 103 cells,
 * each in a region of its own, of which an axis keeps 100 apart.
 */
class RestoreIT {

    private static final String WAY = "restore";
    private static final Instant NOON = Instant.parse("2025-11-20T12:00:00Z");
    private static final Instant THREE = NOON.plus(Duration.ofHours(3));
    private static final int CELLS = 103;
    /** Those of one call a minute and not two: what is beyond the bound of the regions. */
    private static final Set<String> SMALLEST = Set.of("region-0", "region-1", "region-2");

    private static final Set<String> TEACHING = Set.of("PT1M", "PT15M", "PT1H");

    @TempDir
    Path folder;

    private final NaiveWindows naive = new NaiveWindows(DayOfTraffic.GRACE, DayBroker.SIZES);
    private DayBroker broker;
    private KafkaProducer<String, EnrichedBlock> producer;
    private int asked;
    private int sent;

    @BeforeEach
    void startBroker() throws Exception {
        broker = DayBroker.start();
        broker.createTopics(WAY);
        producer = broker.producer(WAY);
    }

    @AfterEach
    void stopBroker() throws Exception {
        producer.close();
        broker.close();
    }

    @Test
    void whoStartsWithoutStateAnswersAsTheKilledInstanceDidAndClosesWhatItHadOpen() throws Exception {
        SortedSet<String> before;
        try (WindowProcess first = start("first")) {
            for (int minute : new int[] {0, 16, 180}) {
                sendMinute(NOON.plus(Duration.ofMinutes(minute)));
            }
            Map<Id, Window> finals = new HashMap<>(kept());
            finals.values().removeIf(window -> window.end + DayOfTraffic.GRACE.toMillis() >= THREE.toEpochMilli());
            long taught = finals.keySet().stream()
                    .filter(id -> TEACHING.contains(id.size()) && !id.value().equals(Axis.OTHER))
                    .count();
            long inRows = finals.keySet().stream()
                    .filter(id -> !id.value().equals(Axis.OTHER))
                    .count();
            before = answers(first, said -> {
                assertThat(count(said, Answers.FINAL)).isEqualTo(finals.size() + inRows);
                assertThat(count(said, Answers.USUAL)).isEqualTo(taught);
            });
        }
        delete("first");

        try (WindowProcess second = start("second")) {
            SortedSet<String> after =
                    answers(second, said -> assertThat(said.size()).isEqualTo(before.size()));
            assertThat(missing(before, after)).as("is not known any more").isEmpty();
            assertThat(missing(after, before)).as("was not known before").isEmpty();
            for (int block = 0; block < 40; block++) {
                sendMinute(THREE.plusSeconds(30 + block));
            }
            int moment = sent - 100;
            awaiting().until(() -> broker.consumed(WAY) >= moment);
        }
        delete("second");

        try (WindowProcess third = start("third")) {
            sendMinute(THREE.plusSeconds(100));
            for (int source = 0; source < DayOfTraffic.PARTITIONS; source++) {
                send(source, Events.idle("msc-" + source));
            }
            SortedSet<String> expected = told(kept());
            SortedSet<String> finals = finals(expected.size());
            assertThat(missing(expected, finals)).as("is not FINAL").isEmpty();
            assertThat(missing(finals, expected))
                    .as("is FINAL and should not be")
                    .isEmpty();
            SortedSet<String> last = answers(third, said -> assertThat(said).isNotEmpty());
            Predicate<String> isFinal = line -> line.startsWith(Answers.FINAL);
            assertThat(missing(new TreeSet<>(before.stream().filter(isFinal).toList()), last))
                    .as("is not as it was when it became final")
                    .isEmpty();
        }
    }

    private WindowProcess start(String client) throws IOException {
        return WindowProcess.start(broker, WAY, client, folder.resolve(client));
    }

    private void delete(String client) throws IOException {
        assertThat(FileSystemUtils.deleteRecursively(folder.resolve(client))).isTrue();
    }

    /** Its answers, when they are as they have to be. */
    private SortedSet<String> answers(WindowProcess of, Consumer<SortedSet<String>> check) {
        SortedSet<String> answers = new TreeSet<>();
        awaiting().untilAsserted(() -> {
            Path file = folder.resolve("answers-" + asked++);
            of.ask(file);
            awaiting().until(() -> Files.exists(file));
            answers.clear();
            answers.addAll(Files.readAllLines(file));
            check.accept(answers);
        });
        return answers;
    }

    private static ConditionFactory awaiting() {
        return await().atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofMillis(250));
    }

    private static long count(Set<String> lines, String begin) {
        return lines.stream().filter(line -> line.startsWith(begin)).count();
    }

    /** A few of the lines of one that the other has not. */
    private static List<String> missing(SortedSet<String> of, SortedSet<String> in) {
        return of.stream().filter(line -> !in.contains(line)).limit(3).toList();
    }

    /** Calls of every cell, spread over one source in each partition. */
    private void sendMinute(Instant time) {
        for (int source = 0; source < DayOfTraffic.PARTITIONS; source++) {
            List<EnrichedEvent> calls = new ArrayList<>();
            for (int cell = source; cell < CELLS; cell += DayOfTraffic.PARTITIONS) {
                for (int call = 0; call < (SMALLEST.contains("region-" + cell) ? 1 : 2); call++) {
                    calls.add(call("msc-" + source, time.plusMillis(calls.size()), cell));
                }
            }
            send(source, Events.block("msc-" + source, calls.toArray(EnrichedEvent[]::new)));
        }
        producer.flush();
    }

    private void send(int partition, EnrichedBlock block) {
        String topic = DayBroker.topics(WAY).enriched().name();
        var unused = producer.send(new ProducerRecord<>(topic, partition, block.getSource(), block));
        sent++;
    }

    private EnrichedEvent call(String source, Instant time, int cell) {
        EnrichedEvent call = Events.answeredCall(source, time);
        String key = "208-20-1-" + cell;
        String region = "region-" + cell;
        call.getEvent().setLocation(new Location(RadioTechnology.UTRAN, "208-20", 1, (long) cell, key));
        call.getEvent().setSubscriber("s-" + cell + '-' + time.toEpochMilli() % 4);
        call.setCell(new CellContext("site-1", region, "35", RadioTechnology.UTRAN, "Nokia", null));
        Map<String, String> keys = Map.of(
                "cell", key, "region", region, "numberClass", "mobile", "region,numberClass", region + "|mobile");
        naive.add(new Fact(
                call,
                "voice",
                keys,
                Map.of("seizures", 1L),
                Map.of("timeToAnswerMs", 10_000L),
                Map.of("subscribers", call.getEvent().getSubscriber())));
        return call;
    }

    /** The windows that have to be of all that was sent, the smallest regions folded. */
    private Map<Id, Window> kept() {
        Map<Id, Window> kept = new HashMap<>();
        naive.windows().forEach((id, window) -> {
            if (id.axis().equals("region") && SMALLEST.contains(id.value())) {
                Id other = new Id(id.family(), id.axis(), Axis.OTHER, id.size(), id.start());
                kept.computeIfAbsent(other, fresh -> new Window(window.end)).merge(window);
            } else {
                kept.put(id, window);
            }
        });
        return kept;
    }

    private static SortedSet<String> told(Map<Id, Window> windows) {
        SortedSet<String> told = new TreeSet<>();
        windows.forEach((id, window) -> told.add(told(
                id,
                window.sum("seizures"),
                window.values("timeToAnswerMs").size(),
                window.ones("subscribers").size())));
        return told;
    }

    private static String told(Id id, long calls, long answers, long subscribers) {
        return id + ": " + calls + " calls, " + answers + " answers of " + subscribers;
    }

    /** What was said FINAL from the beginning on, each window once. */
    private SortedSet<String> finals(int expected) {
        SortedSet<String> finals = new TreeSet<>();
        Set<Id> ids = new HashSet<>();
        try (KafkaConsumer<KpiKey, KpiWindow> reader = broker.computed(WAY)) {
            awaiting().until(() -> {
                reader.poll(Duration.ofMillis(200)).forEach(said -> {
                    if (said.value().getStatus() == KpiWindowStatus.FINAL) {
                        Id id = id(said.key(), said.value());
                        finals.add(told(id, said.value()));
                        assertThat(ids.add(id))
                                .as("FINAL is said once of " + id)
                                .isTrue();
                    }
                });
                return ids.size() >= expected;
            });
        }
        return finals;
    }

    private static Id id(KpiKey key, KpiWindow window) {
        return new Id(
                key.getFamily(),
                key.getAxis(),
                key.getValue(),
                key.getWindowSize(),
                window.getStart().toEpochMilli());
    }

    private static String told(Id id, KpiWindow window) {
        return told(
                id,
                Objects.requireNonNull(window.getMeasurements().get("seizures")),
                Distribution.fromBytes(octets(window, "timeToAnswerMs")).count(),
                (long) DistinctCount.fromBytes(octets(window, "subscribers")).estimate());
    }

    private static byte[] octets(KpiWindow window, String sketch) {
        ByteBuffer octets =
                Objects.requireNonNull(window.getSketches().get(sketch)).duplicate();
        byte[] copy = new byte[octets.remaining()];
        octets.get(copy);
        return copy;
    }
}
