package io.luxqoe.kpi.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.luxqoe.kpi.instances.Computed.Series;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Instances of the whole service on a broker, asked while calls come in: one joins, one is killed, one is closed. Every
 * answer is remembered, and in the end held against {@code lux.kpi.computed.v1}.
 */
class QueryRoutingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CELLS = 40;
    private static final int BUSY_CELLS = 15;
    private static final int MINUTE_LASTS_MS = 500;
    /** As many as fit into the afternoon before now: a broker takes no final window that lies far ahead of its clock. */
    private static final int MOST_MINUTES = 600;

    private static final String[] SIZES = {"PT1M", "PT5M"};
    private static final String DAY = "P1D";
    private static final String[] KPIS = {"voice.asr", "voice.attempts", "voice.drop-rate", "voice.set-up-time-p50"};

    @TempDir
    Path folder;

    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(MOST_MINUTES, ChronoUnit.MINUTES);
    private final AtomicInteger minutes = new AtomicInteger();
    private final VoiceTraffic traffic = new VoiceTraffic(11, CELLS);
    private final ScheduledExecutorService network = Executors.newSingleThreadScheduledExecutor();
    private final List<AutoCloseable> toClose = new ArrayList<>();
    private KpiBroker broker;

    @BeforeEach
    void startTraffic() throws Exception {
        broker = KpiBroker.start();
        var unused = network.scheduleAtFixedRate(this::nextMinute, 0, MINUTE_LASTS_MS, TimeUnit.MILLISECONDS);
    }

    @AfterEach
    void stopAll() throws Exception {
        network.shutdownNow();
        for (AutoCloseable each : toClose) {
            each.close();
        }
        broker.close();
    }

    @Test
    void anAnswerIsRightOrSaysWhatItLacksWhileInstancesComeAndGo() throws Exception {
        KpiInstance first = here("first");
        KpiInstance second = here("second");
        for (KpiInstance each : List.of(first, second)) {
            awaiting(() -> each.ask("/api/v1/axes/cell/keys?limit=1000&require=complete")
                            .body()
                            .split("208-20", -1)
                            .length
                    > CELLS);
        }
        Client ofFirst = client(first);
        Client ofSecond = client(second);
        awaitShared(List.of(first, second), List.of(ofFirst, ofSecond));
        askAll(ofFirst, ofSecond);

        KpiInstance third = process("third");
        awaiting(() -> third.ask("/actuator/health/readiness").statusCode() == 200);
        Client ofThird = client(third);
        awaitShared(List.of(first, second, third), List.of(ofFirst, ofSecond, ofThird));
        askAll(ofFirst, ofSecond, ofThird);

        ofThird.instanceGoes();
        third.close();
        awaitShared(List.of(first, second), List.of(ofFirst, ofSecond));
        askAll(ofFirst, ofSecond);

        ofSecond.instanceGoes();
        second.close();
        awaitShared(List.of(first), List.of(ofFirst));

        network.shutdown();
        assertThat(network.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        broker.endTraffic();
        awaiting(() -> isAtTheEnd(first));
        askAll(ofFirst);

        try (Computed computed = broker.computed().read()) {
            assertThat(computed.keys("cell")).hasSize(CELLS);
            for (Client client : List.of(ofFirst, ofSecond, ofThird)) {
                client.check(computed);
            }
        }
    }

    /** Each minute is as busy as the others; some cells have too few calls to mean something. */
    private void nextMinute() {
        if (minutes.get() == MOST_MINUTES) {
            return;
        }
        int minute = minutes.getAndIncrement();
        Instant start = begin.plusSeconds(60L * minute);
        for (int partition = 0; partition < KpiBroker.INPUT_PARTITIONS; partition++) {
            String source = KpiBroker.sourceOf(partition);
            broker.send(partition, traffic.block(source, start, 0, BUSY_CELLS, 2));
            broker.send(partition, traffic.block(source, start, 0, CELLS, 4));
        }
    }

    /** Asks each instance for all keys, in all ways, and has it answer completely. */
    private void askAll(Client... clients) throws Exception {
        List<Question> all = new ArrayList<>();
        for (String axis : List.of("cell", "region", "numberClass", "region,numberClass")) {
            all.add(new Question.Keys(axis));
            for (String key : keys(axis)) {
                all.add(new Question.Values("voice.asr", new Series(axis, key, "PT1M"), begin));
                all.add(new Question.Compare("voice.asr", new Series(axis, key, "PT5M")));
            }
            for (String order : List.of("highest", "lowest")) {
                all.add(new Question.Worst("voice.asr", axis, "PT1M", order, 20, true, null));
                all.add(new Question.Worst("voice.drop-rate", axis, "PT5M", order, 100, false, begin));
            }
        }
        for (Client client : clients) {
            for (Question question : all) {
                awaiting(() -> client.isAnsweredCompletely(question));
            }
        }
    }

    private static Set<String> keys(String axis) {
        List<String> regions =
                IntStream.range(0, 8).mapToObj(number -> "region-" + number).toList();
        List<String> classes = List.of("mobile", "fixed");
        Set<String> keys = new HashSet<>();
        switch (axis) {
            case "cell" -> IntStream.range(0, CELLS).forEach(number -> keys.add(VoiceTraffic.cell(number)));
            case "region" -> keys.addAll(regions);
            case "numberClass" -> keys.addAll(classes);
            default -> regions.forEach(region -> classes.forEach(each -> keys.add(region + "|" + each)));
        }
        return keys;
    }

    private Supplier<Question> atRandom(long seed) {
        Random random = new Random(seed);
        return () -> {
            String axis =
                    Question.AXES.get(random.nextInt(Question.AXES.size())).id();
            String size = SIZES[random.nextInt(2)];
            String kpi = KPIS[random.nextInt(KPIS.length)];
            List<String> keys = List.copyOf(keys(axis));
            Series series = new Series(axis, keys.get(random.nextInt(keys.size())), size);
            return switch (random.nextInt(8)) {
                case 0 -> new Question.Keys(axis);
                case 1 -> new Question.Compare(kpi, series);
                case 2 ->
                    new Question.Values(kpi, new Series(axis, series.key(), DAY), begin.minus(Duration.ofDays(1)));
                case 3, 4 -> new Question.Values(kpi, series, begin);
                default ->
                    new Question.Worst(
                            kpi,
                            axis,
                            size,
                            random.nextBoolean() ? "highest" : "lowest",
                            1 + random.nextInt(30),
                            random.nextBoolean(),
                            random.nextBoolean() ? null : begin.plusSeconds(60L * random.nextInt(minutes.get())));
            };
        };
    }

    /** Until each instance has some of the partitions, and answers for all of them. */
    private static void awaitShared(List<KpiInstance> instances, List<Client> clients) {
        awaiting(() -> {
            List<Integer> had = new ArrayList<>();
            for (KpiInstance instance : instances) {
                List<Integer> here = partitionsOf(instance);
                if (here.isEmpty()) {
                    return false;
                }
                had.addAll(here);
            }
            return had.stream()
                    .sorted()
                    .toList()
                    .equals(IntStream.range(0, Question.PARTITIONS).boxed().toList());
        });
        Question worst = new Question.Worst("voice.attempts", "cell", "PT1M", "highest", 10, true, null);
        awaiting(() -> {
            for (Client client : clients) {
                if (!client.isAnsweredCompletely(worst)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static List<Integer> partitionsOf(KpiInstance instance) throws Exception {
        String all = "0,1,2,3,4,5";
        var response = instance.ask("/internal/v1/standing?family=voice&window=PT1M&partitions=" + all);
        List<Integer> partitions = new ArrayList<>();
        if (response.statusCode() == 200) {
            JsonNode answered = JsonMapper.shared().readTree(response.body()).path("answered");
            answered.forEach(partition -> partitions.add(partition.asInt()));
        }
        return partitions;
    }

    private boolean isAtTheEnd(KpiInstance instance) throws Exception {
        JsonNode answer = JsonMapper.shared()
                .readTree(instance.ask("/api/v1/kpis/voice.attempts/worst?axis=cell&order=highest")
                        .body());
        Instant end = begin.plusSeconds(60L * minutes.get());
        return answer.hasNonNull("end")
                && !Instant.parse(answer.path("end").asString()).isBefore(end);
    }

    private KpiInstance here(String name) throws Exception {
        return closing(KpiInstance.here(broker, name, folder, settings()));
    }

    private KpiInstance process(String name) throws Exception {
        List<String> machine = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1");
        List<String> settings = new ArrayList<>(settings());
        // it keeps its place when it dies, until its session ends
        settings.add("--lux.instance-id=" + name);
        return closing(KpiInstance.process(broker, name, folder, machine, settings));
    }

    private Client client(KpiInstance instance) {
        Client client = new Client(instance, atRandom(toClose.size()));
        toClose.add(0, client);
        return client;
    }

    private KpiInstance closing(KpiInstance instance) {
        toClose.add(instance);
        return instance;
    }

    private List<String> settings() {
        // the day in which the calls are is not over before the test is
        ZoneOffset zone = ZoneOffset.ofHours(12 - begin.atOffset(ZoneOffset.UTC).getHour());
        return List.of(
                "--lux.kpi.windows[0].size=PT1M",
                "--lux.kpi.windows[0].history=P1D",
                "--lux.kpi.windows[1].size=PT5M",
                "--lux.kpi.windows[1].history=P1D",
                "--lux.kpi.windows[2].size=P1D",
                "--lux.kpi.windows[2].history=P2D",
                "--lux.kpi.baseline.windows=PT5M",
                "--lux.kpi.zone=" + zone.getId(),
                "--lux.kpi.grace=" + Question.GRACE,
                "--lux.kpi.partitions=" + Question.PARTITIONS,
                "--lux.kpi.axes[0].id=cell",
                "--lux.kpi.axes[0].max-keys=50000",
                "--lux.kpi.axes[1].id=region",
                "--lux.kpi.axes[1].max-keys=500",
                "--lux.kpi.axes[2].id=numberClass",
                "--lux.kpi.axes[2].max-keys=50",
                "--lux.kpi.axes[3].id=region,numberClass",
                "--lux.kpi.axes[3].max-keys=2000",
                // deaths are noticed soon, and who joins gets its share at once
                "--spring.kafka.streams.properties.[consumer.session.timeout.ms]=3000",
                "--spring.kafka.streams.properties.[consumer.heartbeat.interval.ms]=300",
                "--spring.kafka.streams.properties.[producer.transaction.timeout.ms]=4000",
                "--spring.kafka.streams.properties.[acceptable.recovery.lag]=" + Long.MAX_VALUE,
                "--logging.level.root=error");
    }

    private static void awaiting(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions()
                .ignoreExceptionsInstanceOf(java.io.IOException.class)
                .pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .until(condition);
    }
}
