package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.LocalException;
import io.luxqoe.local.runtime.LocalSystem;
import io.luxqoe.local.runtime.RawSender;
import io.luxqoe.local.simulator.delivery.Defects;
import io.luxqoe.local.simulator.delivery.DeliverySettings;
import io.luxqoe.local.simulator.delivery.RawRecord;
import io.luxqoe.local.simulator.delivery.RawTraffic;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.traffic.IncidentPlan;
import io.luxqoe.local.simulator.traffic.Mix;
import io.luxqoe.local.simulator.traffic.TrafficSettings;
import io.luxqoe.schemas.topic.LuxTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How fast the chain of all four services takes call data records, by how many of them lie in a raw record. Each run has
 * records of its own, an hour of event time later than the last, so that nothing is late or a duplicate.
 */
final class BlockBenchmark {

    private static final Duration SPAN = Duration.ofHours(1);
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(10);
    private static final long POLL_MS = 20;

    /**
     * One run.
     *
     * @param cdrsPerRecord call data records in a raw record, at most
     * @param cdrs call data records sent
     * @param rawRecords raw records sent
     * @param perSecond call data records a second, from the first sent to the last counted
     */
    record Result(int cdrsPerRecord, long cdrs, long rawRecords, double perSecond) {}

    /** What is kept of a raw record until it is sent: all are made first, so that making them is not measured. */
    private record Made(String source, byte[] octets) {}

    private final LocalSystem system;
    private final NetworkModel network;
    private Instant begin;
    private long seed = 1;

    /** @param begin event time of the first record */
    BlockBenchmark(LocalSystem system, NetworkModel network, Instant begin) {
        this.system = system;
        this.network = network;
        this.begin = begin;
    }

    /** Sends about {@code cdrs} call data records as fast as they are taken, and waits until all are counted. */
    Result run(int cdrsPerRecord, int cdrs) throws InterruptedException {
        List<Made> records = new ArrayList<>();
        long sent = make(cdrsPerRecord, cdrs, records);
        long before = system.counts().counted();
        long start = System.nanoTime();
        try (RawSender sender = system.rawSender()) {
            for (Made each : records) {
                var unused = sender.send(LuxTopic.RAW_CS_CDR, each.source(), each.octets());
            }
            sender.flush();
        }
        awaitCounted(before + sent, start);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Result(cdrsPerRecord, sent, records.size(), sent / seconds);
    }

    private long make(int cdrsPerRecord, int cdrs, List<Made> records) {
        RawTraffic traffic = new RawTraffic(
                network,
                IncidentPlan.none(),
                TrafficSettings.of(begin, SPAN, (double) cdrs / SPAN.toSeconds(), seed++)
                        .withMix(Mix.CALLS_AND_MESSAGES),
                DeliverySettings.standard().withDefects(Defects.NONE).withCdrsPerRecord(cdrsPerRecord));
        begin = begin.plus(SPAN);
        long made = 0;
        while (traffic.hasNext()) {
            RawRecord next = traffic.next();
            records.add(new Made(next.source(), next.octets()));
            made += next.cdrs();
        }
        return made;
    }

    private void awaitCounted(long target, long start) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (system.counts().counted() < target) {
            if (System.nanoTime() - start > LIMIT_NANOS) {
                throw new LocalException("only " + system.counts().counted() + " of " + target
                        + " records were counted within 10 minutes");
            }
            var unused = never.await(POLL_MS, TimeUnit.MILLISECONDS);
        }
    }
}
