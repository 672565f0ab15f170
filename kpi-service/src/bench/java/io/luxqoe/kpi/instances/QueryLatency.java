package io.luxqoe.kpi.instances;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * How long queries take, over HTTP, while calls come in: the values of one cell, and the worst 20 of 40,000 cells in the
 * newest FINAL window, of which a new one comes with each minute of the calls. Beside them a question that reads nothing, which
 * shows what the machine adds. The service is a process of its own, whose peak of memory is printed. Arguments: seconds that
 * a minute of the calls lasts, calls of a cell in it, rounds of questions, heap of the service (1g).
 */
public final class QueryLatency implements AutoCloseable {

    private static final int CELLS = 40_000;
    private static final int CELLS_OF_A_BLOCK = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** Each has a value for every cell, whatever its samples. */
    private static final String[] RANKED = {
        "voice.attempts", "voice.failures", "voice.failures-network", "voice.subscribers"
    };

    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(10, ChronoUnit.HOURS);
    private final KpiBroker broker = KpiBroker.start();
    private final VoiceTraffic traffic = new VoiceTraffic(5, CELLS);
    private final ExecutorService network = Executors.newSingleThreadExecutor();
    private final long minuteNanos;
    private final int callsOfACell;
    private volatile int minutes;

    private QueryLatency(Duration minute, int callsOfACell) throws Exception {
        minuteNanos = minute.toNanos();
        this.callsOfACell = callsOfACell;
    }

    public static void main(String[] arguments) throws Exception {
        long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20;
        int calls = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        String heap = arguments.length > 3 ? arguments[3] : "1g";
        try (QueryLatency latency = new QueryLatency(Duration.ofSeconds(seconds), calls)) {
            latency.run(rounds, heap);
        }
        // The broker of the test kit leaves threads behind.
        System.exit(0);
    }

    private void run(int rounds, String heap) throws Exception {
        Path folder = Files.createTempDirectory("lux-bench");
        List<String> settings = List.of("--lux.kpi.grace=PT1M", "--logging.level.root=error");
        try (KpiInstance service = KpiInstance.process(broker, "service", folder, List.of("-Xmx" + heap), settings)) {
            network.execute(this::traffic);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> ask(service, worst(RANKED[0])).contains("\"keysRanked\":" + CELLS));
            measure("warm-up", service, rounds / 2);
            measure("measured", service, rounds);
            printPeakMemory();
        }
    }

    private void measure(String what, KpiInstance service, int rounds) throws Exception {
        int before = minutes;
        long begun = System.nanoTime();
        List<Long> ofNothing = new ArrayList<>();
        List<Long> ofKeys = new ArrayList<>();
        List<Long> ofRankings = new ArrayList<>();
        List<Long> ofFresh = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String answer = "";
        for (int round = 0; round < rounds; round++) {
            String kpi = RANKED[round % RANKED.length];
            String cell = VoiceTraffic.cell((int) (round * 7_919L % CELLS));
            ofNothing.add(nanosOf(() -> ask(service, "/api/v1/axes")));
            ofKeys.add(nanosOf(() -> ask(service, values(cell))));
            long start = System.nanoTime();
            answer = ask(service, worst(kpi));
            long nanos = System.nanoTime() - start;
            ofRankings.add(nanos);
            // the first question for a window and KPI has no ranking to fall back on
            if (seen.add(kpi + startIn(answer))) {
                ofFresh.add(nanos);
            }
            // some questions a second, as people ask them
            LockSupport.parkNanos(20_000_000);
        }
        double eventsSent = 1.0 * (minutes - before) * CELLS * callsOfACell;
        long behind = minutes
                - Duration.between(begin, Instant.parse(startIn(answer))).toMinutes();
        System.out.printf(
                Locale.ROOT,
                "%s, at %.0f events/s, the newest FINAL window %d minutes back:%n"
                        + "  nothing %s%n  one cell %s%n  worst 20 of %d cells %s%n  of these the first of a window %s%n",
                what,
                eventsSent / ((System.nanoTime() - begun) / 1e9),
                behind,
                percentiles(ofNothing),
                percentiles(ofKeys),
                CELLS,
                percentiles(ofRankings),
                percentiles(ofFresh));
    }

    /** Of the service, the only process that this one has started. */
    private static void printPeakMemory() throws IOException {
        for (ProcessHandle service : ProcessHandle.current().children().toList()) {
            try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(service.pid()), "status"))) {
                lines.filter(line -> line.startsWith("VmHWM")).forEach(line -> System.out.println("service, " + line));
            }
        }
    }

    private static String startIn(String answer) {
        return answer.replaceFirst(".*\"start\":\"([^\"]*)\".*", "$1");
    }

    private static long nanosOf(Runnable question) {
        long start = System.nanoTime();
        question.run();
        return System.nanoTime() - start;
    }

    private static String percentiles(List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return Arrays.stream(new double[] {0.5, 0.99, 1})
                        .mapToObj(share -> String.format(
                                Locale.ROOT, "%.1f", sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6))
                        .toList()
                + " ms (p50, p99, longest of " + sorted.length + ")";
    }

    private static String values(String cell) {
        return "/api/v1/kpis/voice.asr/values?axis=cell&key=" + cell;
    }

    private static String worst(String kpi) {
        return "/api/v1/kpis/" + kpi + "/worst?axis=cell&order=highest&limit=20";
    }

    private static String ask(KpiInstance service, String resource) {
        try {
            return service.ask(resource).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The calls of each minute, evenly spread over the time that a minute lasts. */
    private void traffic() {
        long due = System.nanoTime();
        int blocks = CELLS / CELLS_OF_A_BLOCK;
        while (!Thread.currentThread().isInterrupted()) {
            Instant minute = begin.plusSeconds(60L * minutes);
            for (int block = 0; block < blocks; block++) {
                int partition = block % KpiBroker.INPUT_PARTITIONS;
                broker.send(
                        partition,
                        traffic.block(
                                KpiBroker.sourceOf(partition),
                                minute,
                                block * CELLS_OF_A_BLOCK,
                                CELLS_OF_A_BLOCK,
                                callsOfACell));
                due += minuteNanos / blocks;
                LockSupport.parkNanos(due - System.nanoTime());
            }
            minutes++;
        }
    }

    @Override
    public void close() throws Exception {
        network.shutdownNow();
        if (!network.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the calls do not end");
        }
        broker.close();
    }
}
