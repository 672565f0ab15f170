package io.luxqoe.streams.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class QueryRouterTest {

    private static final InstanceAddress SELF = new InstanceAddress("127.0.0.1", 1);
    private static final Set<Integer> ALL = Set.of(0, 1, 2, 3);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Peer> peers = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() {
        end.countDown();
        peers.forEach(Peer::close);
    }

    @Test
    void everyPartitionIsAskedOnceWhereItLies() {
        Peer one = peer(Map.of(1, 10L, 2, 20L));
        Peer two = peer(Map.of(3, 300L));
        QueryRouter router = router(Map.of(0, SELF, 1, one.address(), 2, one.address(), 3, two.address()));

        Gathered<Sizes.Total> gathered = router.ask(Sizes.of(Map.of(0, 1L)), ALL);

        assertThat(gathered.complete()).isTrue();
        assertThat(gathered.answer()).contains(new Sizes.Total(331));
        assertThat(gathered.missing()).isEmpty();
        assertThat(one.asked()).containsExactly("/internal/v1/sizes?of=all&partitions=1,2");
        assertThat(two.asked()).containsExactly("/internal/v1/sizes?of=all&partitions=3");
        assertThat(meters.timer("lux.query.calls", "outcome", "answered").count())
                .isEqualTo(2);
    }

    @Test
    void aPartitionThatNoInstanceHasIsMissing() {
        Gathered<Sizes.Total> gathered = router(Map.of(0, SELF)).ask(Sizes.of(Map.of(0, 1L)), Set.of(0, 1));

        assertThat(gathered.complete()).isFalse();
        assertThat(gathered.answered()).containsExactly(0);
        assertThat(gathered.answer()).contains(new Sizes.Total(1));
        assertThat(gathered.missing())
                .hasEntrySatisfying(1, reason -> assertThat(reason).contains("no instance has it"));
    }

    @Test
    void anInstanceThatIsGoneCostsItsPartitionsAlone() {
        Peer gone = peer(Map.of());
        gone.close();
        QueryRouter router = router(Map.of(0, SELF, 1, gone.address()));

        Gathered<Sizes.Total> gathered = router.ask(Sizes.of(Map.of(0, 1L)), Set.of(0, 1));

        assertThat(gathered.answered()).containsExactly(0);
        assertThat(gathered.missing().get(1)).contains(gone.address().toString(), "cannot be reached");
        assertThat(meters.timer("lux.query.calls", "outcome", "failed").count()).isEqualTo(1);
    }

    @Test
    void anInstanceThatDoesNotAnswerInTimeIsNotWaitedFor() {
        Peer slow = add(Peer.handling(exchange -> waitForTheEnd()));

        Gathered<Sizes.Total> gathered =
                router(Map.of(0, slow.address()), Duration.ofMillis(100)).ask(Sizes.of(Map.of()), Set.of(0));

        assertThat(gathered.answer()).isEmpty();
        assertThat(gathered.missing().get(0)).contains("did not answer within 100 ms");
        assertThat(meters.timer("lux.query.calls", "outcome", "timed-out").count())
                .isEqualTo(1);
    }

    @Test
    void anAnswerThatStallsInItsMiddleIsNotWaitedFor() {
        Peer stalling = add(Peer.handling(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            waitForTheEnd();
        }));

        Gathered<Sizes.Total> gathered =
                router(Map.of(0, stalling.address()), Duration.ofMillis(100)).ask(Sizes.of(Map.of()), Set.of(0));

        assertThat(gathered.missing().get(0)).contains("did not answer within 100 ms");
    }

    @Test
    void anAnswerThatIsNoneIsMissing() {
        Peer busy = add(Peer.handling(exchange -> Peer.answer(exchange, 503, "")));
        Peer broken = add(Peer.handling(exchange -> Peer.answer(exchange, 200, "{\"answered\":")));
        Peer wrong = add(Peer.handling(
                exchange -> Peer.answer(exchange, 200, "{\"answered\":[7],\"missing\":{},\"answer\":{\"things\":1}}")));

        Map<Integer, String> missing = router(Map.of(0, busy.address(), 1, broken.address(), 2, wrong.address()))
                .ask(Sizes.of(Map.of()), Set.of(0, 1, 2))
                .missing();

        assertThat(missing.get(0)).contains("status 503");
        assertThat(missing.get(1)).contains("cannot be read");
        assertThat(missing.get(2)).contains("was not asked");
    }

    @Test
    void aPartitionThatMovedIsAskedOnceMoreWhereItThenIs() {
        Peer before = peer(Map.of());
        Peer after = peer(Map.of(1, 5L));
        AtomicInteger looks = new AtomicInteger();
        QueryRouter router = router(
                partitions -> looks.getAndIncrement() == 0 ? Map.of(1, before.address()) : Map.of(1, after.address()),
                Duration.ofSeconds(20));

        Gathered<Sizes.Total> gathered = router.ask(Sizes.of(Map.of()), Set.of(1));

        assertThat(gathered.complete()).isTrue();
        assertThat(gathered.answer()).contains(new Sizes.Total(5));
        assertThat(before.asked()).hasSize(1);
    }

    @Test
    void anInstanceThatStillDoesNotHaveAPartitionIsNotAskedAgain() {
        Peer without = peer(Map.of());

        Gathered<Sizes.Total> gathered = router(Map.of(1, without.address())).ask(Sizes.of(Map.of()), Set.of(1));

        assertThat(gathered.missing()).containsEntry(1, "it is not here");
        assertThat(without.asked()).hasSize(1);
    }

    @Test
    void storesThatCloseWhileTheyAreReadAreMissing() {
        Gathered<Sizes.Total> gathered = router(Map.of(0, SELF))
                .ask(
                        new Sizes(partition -> {
                            throw new InvalidStateStoreException("closed");
                        }),
                        Set.of(0));

        assertThat(gathered.missing().get(0)).contains("moving or loading");
    }

    @Test
    void anInstanceThatOthersCannotReachReadsAllItself() {
        QueryRouter router = new QueryRouter(
                partitions -> Map.of(),
                peers(),
                null,
                new RoutingSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), 1));

        assertThat(router.ask(Sizes.of(Map.of(0, 1L, 1, 2L)), Set.of(0, 1)).answer())
                .contains(new Sizes.Total(3));
    }

    @Test
    void anInstanceAnswersOthersForWhatItHasAndAsksNoOne() {
        Peer other = peer(Map.of(1, 1L));
        QueryRouter router = router(Map.of(1, other.address()));

        PartitionAnswer<Sizes.Total> answer = router.answer(Sizes.of(Map.of(0, 7L)), Set.of(0, 1));

        assertThat(answer)
                .isEqualTo(new PartitionAnswer<>(List.of(0), Map.of(1, "it is not here"), new Sizes.Total(7)));
        assertThat(other.asked()).isEmpty();
    }

    @Test
    void moreQueriesThanMayBeUnderWayAreRefused() {
        QueryRouter router = new QueryRouter(
                partitions -> Map.of(0, SELF),
                peers(),
                SELF,
                new RoutingSettings(Duration.ofSeconds(20), Duration.ofSeconds(20), 1));
        Sizes asksAgain = new Sizes(
                partition -> router.ask(Sizes.of(Map.of()), Set.of(0)).answer().orElseThrow());

        assertThatExceptionOfType(TooManyQueriesException.class).isThrownBy(() -> router.ask(asksAgain, Set.of(0)));
        assertThat(router.ask(Sizes.of(Map.of(0, 1L)), Set.of(0)).complete()).isTrue();
    }

    private Peer peer(Map<Integer, Long> things) {
        return add(Peer.reading(
                Sizes.of(things), (query, partitions) -> router(Map.of()).answer(query, partitions)));
    }

    private Peer add(Peer peer) {
        peers.add(peer);
        return peer;
    }

    private Peers peers() {
        return new Peers(JsonMapper.shared(), meters, Duration.ofSeconds(5));
    }

    private QueryRouter router(Map<Integer, InstanceAddress> placement) {
        return router(placement, Duration.ofSeconds(20));
    }

    private QueryRouter router(Map<Integer, InstanceAddress> placement, Duration callTimeout) {
        return router(partitions -> placement, callTimeout);
    }

    private QueryRouter router(Placement placement, Duration callTimeout) {
        return new QueryRouter(placement, peers(), SELF, new RoutingSettings(callTimeout, Duration.ofSeconds(30), 64));
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
