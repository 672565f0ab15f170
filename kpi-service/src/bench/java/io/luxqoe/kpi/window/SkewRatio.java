package io.luxqoe.kpi.window;

import io.luxqoe.streams.Topic;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/**
 * The throughput of combine and accumulate when one cell has 80 % of the calls, as a share of that of even traffic: both in
 * one process, turn by turn, by processor time, since whatever else the machine does then slows both.
 */
public final class SkewRatio {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final int BLOCKS = 40;
    private static final int CELLS = 5_000;
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private SkewRatio() {}

    public static void main(String[] arguments) throws IOException {
        new SkewRatio().run();
    }

    private void run() throws IOException {
        try (Traffic even = new Traffic(0);
                Traffic skewed = new Traffic(0.8)) {
            double[] ratios = new double[ROUNDS];
            double[] evens = new double[ROUNDS];
            double[] skeweds = new double[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                double one = nanosOfAnEvent(even);
                double other = nanosOfAnEvent(skewed);
                if (round >= 0) {
                    evens[round] = one;
                    skeweds[round] = other;
                    ratios[round] = one / other;
                }
            }
            System.out.printf(
                    "even %.0f ns, skewed %.0f ns an event; throughput skewed / even %.2f (%.2f to %.2f)%n",
                    middle(evens), middle(skeweds), middle(ratios), ratios[0], ratios[ROUNDS - 1]);
        }
    }

    private double nanosOfAnEvent(Traffic traffic) {
        List<byte[]> blocks = traffic.nextMinutes();
        long begin = threads.getCurrentThreadCpuTime();
        traffic.send(blocks);
        return (threads.getCurrentThreadCpuTime() - begin) / (1.0 * blocks.size() * Calls.EVENTS);
    }

    /** Sorts. */
    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** The topology, and the calls of one minute after the other, 20 blocks in each. */
    static final class Traffic implements AutoCloseable {
        private final Calls calls;
        private final TopologyTestDriver driver;
        private final TestInputTopic<String, byte[]> in;
        private int sent;

        Traffic(double share) throws IOException {
            Path folder = Files.createTempDirectory("lux-bench");
            Properties settings = KpiHarness.settings(folder);
            KpiTopics topics = DayBroker.topics("bench");
            calls = new Calls(CELLS, 100_000, share);
            driver = new TopologyTestDriver(
                    KpiHarness.topology(topics, spec(), Calls.AXES, settings), settings, Instant.EPOCH);
            Topic<String, ?> enriched = topics.enriched();
            in = driver.createInputTopic(enriched.name(), new StringSerializer(), new ByteArraySerializer());
        }

        static WindowSpec spec() {
            return KpiHarness.spec(Duration.ofMinutes(5), "PT1M", "PT15M", "PT1H", "P1D");
        }

        List<byte[]> nextMinutes() {
            List<byte[]> blocks = new ArrayList<>();
            for (int i = 0; i < BLOCKS; i++) {
                blocks.add(Calls.write(calls.block("msc-1", NOON.plusSeconds(sent++ / 20 * 60L))));
            }
            return blocks;
        }

        /** What comes out is thrown away as it comes: the driver would keep it. */
        void send(List<byte[]> blocks) {
            for (byte[] block : blocks) {
                in.pipeInput("msc-1", block);
                driver.advanceWallClockTime(Duration.ofMillis(100));
                drain();
            }
        }

        void drain() {
            drain(driver);
        }

        static void drain(TopologyTestDriver driver) {
            ByteArrayDeserializer octets = new ByteArrayDeserializer();
            driver.producedTopicNames().forEach(topic -> {
                TestOutputTopic<byte[], byte[]> out = driver.createOutputTopic(topic, octets, octets);
                while (!out.isEmpty()) {
                    out.readRecord();
                }
            });
        }

        @Override
        public void close() {
            driver.close();
        }
    }
}
