package io.luxqoe.streams.routing;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the partitions of a store wherever they lie: those of this instance directly, those of others over HTTP, all at
 * once. An instance answers for what it has and never asks on, so a question makes at most one hop; what is missing in
 * the end is said, with the reason.
 */
public final class QueryRouter {

    private static final int ROUNDS = 2;
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(1);

    private final Placement placement;
    private final Peers peers;
    private final @Nullable InstanceAddress self;
    private final RoutingSettings settings;
    private final Semaphore clients;
    private final Semaphore instances;

    /** @param self by which others reach this instance; null if they cannot, and it then answers alone */
    QueryRouter(Placement placement, Peers peers, @Nullable InstanceAddress self, RoutingSettings settings) {
        this.placement = placement;
        this.peers = peers;
        this.self = self;
        this.settings = settings;
        clients = new Semaphore(settings.maxConcurrent());
        instances = new Semaphore(settings.maxConcurrent());
    }

    /** An instance without others, which reads every partition itself; its limits are those that hold unless set. */
    public static QueryRouter alone() {
        return new QueryRouter(
                partitions -> Map.of(),
                new Peers(JsonMapper.shared(), Metrics.globalRegistry, CALL_TIMEOUT),
                null,
                new RoutingSettings(CALL_TIMEOUT, CALL_TIMEOUT, 64));
    }

    /**
     * Asks these partitions for a client. A partition that moved while it was asked is asked once more where it then is.
     *
     * @throws PartitionUnavailableException if the streams of this instance do not run, so that nothing is known
     * @throws TooManyQueriesException if {@code lux.query.max-concurrent} are under way
     */
    public <A> Gathered<A> ask(PartitionQuery<A> query, Set<Integer> partitions) {
        return permitted(clients, () -> {
            Gathering<A> gathering = new Gathering<>(query, partitions);
            long deadline = System.nanoTime() + settings.timeout().toNanos();
            for (int round = 0; round < ROUNDS && !gathering.open().isEmpty(); round++) {
                askOnce(gathering, query, deadline);
            }
            return gathering.result();
        });
    }

    /**
     * Answers another instance, from the stores of this one alone.
     *
     * @throws TooManyQueriesException if {@code lux.query.max-concurrent} are under way
     */
    public <A> PartitionAnswer<A> answer(PartitionQuery<A> query, Set<Integer> partitions) {
        return permitted(
                instances,
                () -> readHere(
                        query,
                        partitions,
                        System.nanoTime() + settings.callTimeout().toNanos()));
    }

    private <A> void askOnce(Gathering<A> gathering, PartitionQuery<A> query, long deadline) {
        InstanceAddress here = self;
        if (here == null) {
            gathering.add(readHere(query, gathering.open(), deadline));
            return;
        }
        Map<InstanceAddress, Set<Integer>> toAsk = gathering.toAsk(placement.of(gathering.open()));
        Set<Integer> ofThisInstance = toAsk.remove(here);
        Duration timeout = least(settings.callTimeout(), Duration.ofNanos(deadline - System.nanoTime()));
        if (timeout.toMillis() <= 0) {
            return;
        }
        List<CompletableFuture<PartitionAnswer<A>>> calls = new ArrayList<>();
        toAsk.forEach((instance, partitions) -> calls.add(peers.ask(instance, query, partitions, timeout)));
        if (ofThisInstance != null) {
            gathering.add(readHere(query, ofThisInstance, deadline));
        }
        // each ends by its own time-out, and none fails
        calls.forEach(call -> gathering.add(call.join()));
    }

    private static <A> PartitionAnswer<A> readHere(PartitionQuery<A> query, Set<Integer> partitions, long deadline) {
        List<Integer> answered = new ArrayList<>();
        List<A> answers = new ArrayList<>();
        Map<Integer, String> missing = new TreeMap<>();
        for (int partition : new TreeSet<>(partitions)) {
            if (System.nanoTime() - deadline > 0) {
                missing.put(partition, "its instance did not come to it in time");
                continue;
            }
            try {
                answers.add(query.read(partition));
                answered.add(partition);
            } catch (PartitionUnavailableException e) {
                missing.put(partition, String.valueOf(e.getMessage()));
            } catch (InvalidStateStoreException e) {
                missing.put(partition, "its stores are moving or loading");
            }
        }
        return new PartitionAnswer<>(answered, missing, Gathering.merged(query, answers));
    }

    private <T> T permitted(Semaphore permits, Supplier<T> work) {
        if (!permits.tryAcquire()) {
            throw new TooManyQueriesException(settings.maxConcurrent());
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
