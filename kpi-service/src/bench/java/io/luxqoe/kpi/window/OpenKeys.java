package io.luxqoe.kpi.window;

import io.luxqoe.schemas.EnrichedEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * 40,000 keys open in a window of each default size: heap after a collection, and resident memory of the process, which is
 * to be started with {@code -Xmx} below 1 GiB. Then the minute closes, and it says how long that took.
 */
public final class OpenKeys {

    private static final int KEYS = 40_000;
    private static final int CALLS_OF_A_KEY = 5;
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private OpenKeys() {}

    public static void main(String[] arguments) throws IOException {
        Properties settings = KpiHarness.settings(Files.createTempDirectory("lux-bench"));
        KpiTopics topics = DayBroker.topics("bench");
        try (TopologyTestDriver driver = new TopologyTestDriver(
                KpiHarness.topology(topics, SkewRatio.Traffic.spec(), Calls.AXES, settings), settings, Instant.EPOCH)) {
            TestInputTopic<String, byte[]> in = driver.createInputTopic(
                    topics.enriched().name(), new StringSerializer(), new ByteArraySerializer());
            Calls calls = new Calls(KEYS, 1_000_000, 0);
            say("before", driver);
            for (int minute = 0; minute < 6; minute++) {
                for (int first = 0; first < KEYS; first += Calls.EVENTS) {
                    for (int call = 0; call < CALLS_OF_A_KEY; call++) {
                        send(in, calls, first, NOON.plusSeconds(60L * minute + call));
                        SkewRatio.Traffic.drain(driver);
                    }
                }
                driver.advanceWallClockTime(Duration.ofSeconds(2));
                SkewRatio.Traffic.drain(driver);
                say("minute " + minute + " open", driver);
            }
            send(in, calls, 0, NOON.plusSeconds(361));
            long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            driver.advanceWallClockTime(Duration.ofSeconds(2));
            long close = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
            System.out.printf("closing the first minute: %d ms of processor time%n", close / 1_000_000);
            SkewRatio.Traffic.drain(driver);
            say("first minute closed", driver);
        }
    }

    private static void send(TestInputTopic<String, byte[]> in, Calls calls, int firstCell, Instant time) {
        List<EnrichedEvent> events = new ArrayList<>();
        for (int cell = firstCell; cell < firstCell + Calls.EVENTS; cell++) {
            events.add(calls.call("msc-1", time, cell));
        }
        in.pipeInput("msc-1", Calls.write(Events.block("msc-1", events.toArray(EnrichedEvent[]::new))));
    }

    private static long count(Iterator<?> entries) {
        long count = 0;
        for (; entries.hasNext(); entries.next()) {
            count++;
        }
        return count;
    }

    private static void say(String what, TopologyTestDriver driver) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long open;
        try (var entries = driver.getKeyValueStore(Stage.KEYS.openWindows()).all()) {
            open = count(entries);
        }
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList()
                .toString();
        System.out.printf(
                "%s: %d open windows, heap %d MiB, %s%n",
                what, open, (runtime.totalMemory() - runtime.freeMemory()) >> 20, resident);
    }
}
