package io.luxqoe.enrichment.join;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * The throughput of the topology as a share of one that only decodes and encodes the same blocks: both in one process, turn
 * by turn, by processor time, since whatever else the machine does then slows both. Prints the least, the middle and the
 * greatest of the ratios of the rounds.
 */
public final class TopologyRatio {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 31;
    private static final int BLOCKS = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private TopologyRatio() {}

    public static void main(String[] arguments) throws IOException {
        for (boolean whole : new boolean[] {false, true}) {
            new TopologyRatio().run(whole);
        }
    }

    private void run(boolean whole) throws IOException {
        TopologyBenchmark copy = loaded(TopologyBenchmark.Way.COPY, whole);
        TopologyBenchmark enrich = loaded(TopologyBenchmark.Way.ENRICH, whole);
        double[] ratios = new double[ROUNDS];
        double[] copies = new double[ROUNDS];
        double[] enrichments = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double copied = nanosOfAnEvent(copy);
            double enriched = nanosOfAnEvent(enrich);
            if (round >= 0) {
                copies[round] = copied;
                enrichments[round] = enriched;
                ratios[round] = copied / enriched;
            }
        }
        copy.close();
        enrich.close();
        System.out.printf(
                "whole=%s copy %.0f ns, enrich %.0f ns an event; ratio %.2f (%.2f to %.2f)%n",
                whole, middle(copies), middle(enrichments), middle(ratios), ratios[0], ratios[ROUNDS - 1]);
    }

    private static TopologyBenchmark loaded(TopologyBenchmark.Way way, boolean whole) throws IOException {
        TopologyBenchmark topology = new TopologyBenchmark();
        topology.way = way;
        topology.whole = whole;
        topology.load();
        return topology;
    }

    private double nanosOfAnEvent(TopologyBenchmark topology) {
        long begin = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < BLOCKS; i++) {
            topology.block();
        }
        return (threads.getCurrentThreadCpuTime() - begin) / (1.0 * BLOCKS * Traffic.EVENTS);
    }

    /** Sorts. */
    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
