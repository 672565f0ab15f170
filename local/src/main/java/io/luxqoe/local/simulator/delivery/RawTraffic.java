package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.network.Element;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.traffic.IncidentPlan;
import io.luxqoe.local.simulator.traffic.TrafficGenerator;
import io.luxqoe.local.simulator.traffic.TrafficSettings;
import io.luxqoe.local.simulator.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The raw records of the whole network in the order in which network elements hand them over, made as they are taken: a day
 * takes no more memory than a minute, but for the truth. Taking a record makes it part of the truth. Not thread-safe.
 */
public final class RawTraffic implements Iterator<RawRecord> {

    /** A repeated file comes so long after the first, in ms of event time. */
    private static final long REPEAT_AFTER_MS = 60_000;

    private final WriteQueue queue;
    private final Instant end;
    private final double repeatedFiles;
    private final RandomGenerator random;
    private final Truth truth;
    private final Map<Element, OpenFile> files = new LinkedHashMap<>();
    private final PriorityQueue<Delivery> repeats = new PriorityQueue<>(
            Comparator.comparing((Delivery delivery) -> delivery.raw().sendAt())
                    .thenComparing(delivery -> delivery.raw().source()));
    private @Nullable Delivery next;

    /** The traffic, with a truth of its own that keeps every window. */
    public RawTraffic(NetworkModel network, IncidentPlan plan, TrafficSettings traffic, DeliverySettings delivery) {
        this(network, plan, traffic, delivery, Truth.withGrace(delivery.grace()));
    }

    /** The traffic, whose truth goes into {@code truth}. */
    public RawTraffic(
            NetworkModel network, IncidentPlan plan, TrafficSettings traffic, DeliverySettings delivery, Truth truth) {
        // Other draws than those of the traffic itself, so that defects leave the calls as they are.
        SplittableRandom seeds = new SplittableRandom(~traffic.seed());
        this.end = traffic.end();
        this.queue = new WriteQueue(new TrafficGenerator(network, plan, traffic), end, delivery, seeds.split());
        this.random = seeds.split();
        this.repeatedFiles = delivery.defects().duplicated() / 2;
        this.truth = truth;
        Encoders encoders = new Encoders();
        Breaker breaker = new Breaker(seeds.split());
        for (Element element : network.elements()) {
            files.put(element, new OpenFile(element, delivery, encoders, breaker));
        }
        this.next = produce();
    }

    /** What LUX must make of the records taken so far. */
    public Truth truth() {
        return truth;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    /** Event time at which the next record is handed over. */
    public Instant nextSendAt() {
        return coming().raw().sendAt();
    }

    @Override
    public RawRecord next() {
        Delivery taken = coming();
        truth.accept(taken.raw().source(), taken.records());
        next = produce();
        return taken.raw();
    }

    /** Records and files held at the moment. */
    int held() {
        return queue.size()
                + repeats.size()
                + files.values().stream().mapToInt(OpenFile::size).sum();
    }

    private Delivery coming() {
        if (next == null) {
            throw new NoSuchElementException("The span of traffic is over");
        }
        return next;
    }

    /** The next raw record: a file that is full or open for long enough, or one that comes again. */
    private @Nullable Delivery produce() {
        while (true) {
            @Nullable Written written = queue.peek();
            Instant until = written == null ? end : written.at();
            OpenFile oldest = oldest();
            @Nullable Delivery repeat = repeats.peek();
            if (repeat != null && !repeat.raw().sendAt().isAfter(min(until, oldest.deadline()))) {
                return repeats.remove();
            }
            if (!oldest.deadline().isAfter(until)) {
                return closed(oldest, oldest.deadline());
            }
            if (written == null) {
                // The span is over: what is still open is handed over now.
                return oldest.deadline().equals(Instant.MAX) ? null : closed(oldest, end);
            }
            queue.remove();
            OpenFile file = fileOf(written.fact().element());
            file.add(written);
            if (file.isFull()) {
                return closed(file, written.at());
            }
        }
    }

    private Delivery closed(OpenFile file, Instant at) {
        Delivery delivery = file.close(at);
        if (random.nextDouble() < repeatedFiles && delivery.isWhole()) {
            Instant again = at.plus(Duration.ofMillis(1 + random.nextLong(REPEAT_AFTER_MS)));
            if (again.isBefore(end)) {
                repeats.add(delivery.again(again));
            }
        }
        return delivery;
    }

    private OpenFile oldest() {
        OpenFile oldest = null;
        for (OpenFile file : files.values()) {
            if (oldest == null || file.deadline().isBefore(oldest.deadline())) {
                oldest = file;
            }
        }
        if (oldest == null) {
            throw new IllegalStateException("The network has no element");
        }
        return oldest;
    }

    private OpenFile fileOf(Element element) {
        OpenFile file = files.get(element);
        if (file == null) {
            throw new IllegalArgumentException("No network element " + element.id());
        }
        return file;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
