package io.luxqoe.enrichment;

import io.luxqoe.enrichment.reference.ReferenceRecords;
import io.luxqoe.enrichment.reference.ReferenceWorld;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.topic.LuxTopic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;

/**
 * Starts of the service, as a process of its own, on a broker: without references, with tables as large as an operator's,
 * with 2,000,000 subscribers too. Prints for each how long it took until the service was ready and what processor time,
 * and its memory after a collection: heap in use and all that is resident. With the tables also after traffic of all cells
 * has gone through every partition, which fills what is kept beside the tables. Linux only; arguments: how many subscribers.
 */
public final class ColdStart implements AutoCloseable {
    /** What a collection frees goes back to the operating system, so that what is resident is what is in use. */
    private static final List<String> HEAP = List.of("-Xmx1g", "-XX:MinHeapFreeRatio=0", "-XX:MaxHeapFreeRatio=5");

    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SENT_AT_ONCE = 50_000;
    private static final int BLOCK = 1_000;

    private final TestRegistry registry = new TestRegistry();
    private final EnrichmentBroker broker = EnrichmentBroker.withRegistry(registry.url());
    private int sent;

    private ColdStart() throws Exception {}

    public static void main(String[] arguments) throws Exception {
        int subscribers = arguments.length == 0 ? 2_000_000 : Integer.parseInt(arguments[0]);
        try (ColdStart start = new ColdStart()) {
            start.run("no references", false);
            ReferenceRecords records = new ReferenceRecords(start::put);
            records.tables();
            start.run("tables", true);
            records.subscribers(subscribers);
            start.run("tables and " + subscribers + " subscribers", false);
        }
        // The broker of the test kit leaves threads behind.
        System.exit(0);
    }

    private void run(String what, boolean traffic) throws Exception {
        broker.settle();
        Path folder = Files.createTempDirectory("lux-bench");
        long begin = System.nanoTime();
        try (ServiceProcess service = ServiceProcess.start(HEAP, broker, "bench", folder)) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> service.get("/actuator/health/readiness").contains("\"status\":\"UP\""));
            System.out.printf(
                    "%s: ready after %.1f s, %.1f s of processor time; %s%n",
                    what,
                    (System.nanoTime() - begin) / 1e9,
                    service.handle().info().totalCpuDuration().orElseThrow().toMillis() / 1e3,
                    memory(service));
            if (traffic) {
                int events = visitAllCells();
                Awaitility.await().atMost(PATIENCE).until(() -> service.enriched() >= events);
                System.out.printf("%s, after %d events: %s%n", what, events, memory(service));
            }
            service.stop();
        }
    }

    private void put(LuxTopic topic, String key, SpecificRecord record) {
        broker.put(topic, key, record);
        if (++sent % SENT_AT_ONCE == 0) {
            try {
                broker.settle();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Through each partition, since each has a task of its own. */
    private int visitAllCells() throws Exception {
        int events = 0;
        for (int partition = 0; partition < EnrichmentBroker.PARTITIONS; partition++) {
            for (int first = 0; first < ReferenceWorld.CELLS; first += BLOCK) {
                List<NetworkEvent> calls = new ArrayList<>(BLOCK);
                for (int i = first; i < first + BLOCK; i++) {
                    calls.add(TestRecords.call("e-" + i, "15")
                            .setEventTime(Instant.ofEpochMilli(ReferenceWorld.NOON))
                            .setLocation(TestRecords.location(ReferenceWorld.cellKey(i)))
                            .build());
                }
                EventBlock block = TestRecords.block(calls.toArray(NetworkEvent[]::new));
                broker.put(LuxTopic.EVENT_DECODED, partition, TestRecords.SOURCE, block);
                events += BLOCK;
            }
        }
        broker.settle();
        return events;
    }

    private static String memory(ServiceProcess service) throws IOException, InterruptedException {
        command(service, "GC.run");
        return String.format(
                "heap in use %d MiB, resident %d MiB",
                number(HEAP_USED, command(service, "GC.heap_info")) / 1_024,
                number(
                                RESIDENT,
                                Files.readString(
                                        Path.of("/proc/" + service.handle().pid() + "/status")))
                        / 1_024);
    }

    private static String command(ServiceProcess service, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.handle().pid()),
                        command)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static long number(Pattern pattern, String text) {
        Matcher number = pattern.matcher(text);
        if (!number.find()) {
            throw new IllegalStateException("No " + pattern + " in " + text);
        }
        return Long.parseLong(number.group(1));
    }

    @Override
    public void close() throws Exception {
        broker.close();
        registry.close();
    }
}
