package io.luxqoe.kpi.query.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SubscriberTest {

    private static final String SLOW = "event: closed\ndata: {\"reason\":\"SLOW\"}\n\n";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Subscriber subscriber = new Subscriber(
            Windows.allRegions(), 3, new Events(JsonMapper.builder().build()), new StreamMeters(registry));

    @Test
    void eventsComeInTheirOrderAndTogether() {
        offer("a", "b", "c");

        assertThat(take(2)).isEqualTo("ab");
        assertThat(take(2)).isEqualTo("c");
        assertThat(take(2)).isNull();
    }

    @Test
    void anEventIsTakenHoweverLongItIs() {
        offer("long", "b");

        assertThat(take(2)).isEqualTo("long");
        assertThat(take(2)).isEqualTo("b");
    }

    @Test
    void aClientThatTakesNothingIsLetGoWithAllThatWaits() {
        offer("a", "b", "c");
        assertThat(subscriber.isEnded()).isFalse();

        offer("d", "e");

        assertThat(subscriber.isEnded()).isTrue();
        assertThat(take(1000)).isEqualTo(SLOW);
        assertThat(subscriber.outbox().isDone()).isTrue();
        assertThat(dropped()).isOne();
    }

    @Test
    void aClientThatTakesWhatItIsSentIsNeverTooSlow() {
        StringBuilder taken = new StringBuilder();
        subscriber.sendBy(() -> {
            for (String next = take(1); next != null; next = take(1)) {
                taken.append(next);
            }
        });

        offer("a", "b", "c", "d", "e", "f", "g", "h");
        subscriber.send();

        assertThat(taken).hasToString("abcdefgh");
        assertThat(dropped()).isZero();
    }

    @Test
    void whatIsHeldBackComesAfterWhatWasReadAgain() {
        subscriber.hold();
        offerLive("c");
        offer("a", "b");
        subscriber.release();
        take(1);
        offerLive("d");

        assertThat(take(10)).isEqualTo("bcd");
    }

    @Test
    void moreThanTheRoomIsNotHeldBackAndHasToBeReadAgain() {
        subscriber.hold();
        offerLive("a", "b", "c", "d", "e");

        assertThat(subscriber.release()).isFalse();
        assertThat(subscriber.isLive()).isFalse();
        assertThat(take(1000)).isNull();
        assertThat(subscriber.isEnded()).isFalse();

        subscriber.hold();
        offerLive("f");
        assertThat(subscriber.release()).isTrue();
        assertThat(take(1000)).isEqualTo("f");
    }

    @Test
    void whoReadsAgainWaitsForTheClient() {
        offer("a", "b", "c");
        CompletableFuture<Long> offered = CompletableFuture.supplyAsync(() -> offerWaiting("d", Duration.ofMinutes(1)));
        assertThat(take(1)).isEqualTo("a");

        assertThat(offered).succeedsWithin(Duration.ofSeconds(30)).satisfies(left -> assertThat(left)
                .isBetween(1L, TimeUnit.MINUTES.toNanos(1)));
        assertThat(take(10)).isEqualTo("bcd");
    }

    @Test
    void whoReadsAgainWaitsNoLongerThanItsPatience() {
        offer("a", "b", "c");

        assertThat(offerWaiting("d", Duration.ofMillis(20))).isZero();
        assertThat(take(1000)).isEqualTo(SLOW);
        assertThat(dropped()).isOne();
    }

    @Test
    void whoWaitsForAClientThatGoesStopsToWait() {
        offer("a", "b", "c");
        CompletableFuture<Long> offered = CompletableFuture.supplyAsync(() -> offerWaiting("d", Duration.ofMinutes(9)));

        subscriber.abandon();

        assertThat(offered).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(0L);
        assertThat(dropped()).isZero();
    }

    @Test
    void aHeartbeatForWhichThereIsNoRoomIsLeftOut() {
        offer("a", "b", "c");
        subscriber.offerComment(octets(":"));

        assertThat(subscriber.isEnded()).isFalse();
        assertThat(take(10)).isEqualTo("abc");
    }

    @Test
    void aSubscriberIsSilentOnceItWasOfferedNothingForAWhile() {
        offer("a");
        assertThat(subscriber.isSilent(Duration.ofMinutes(10))).isFalse();
        await().until(() -> subscriber.isSilent(Duration.ofMillis(20)));
    }

    private void offer(String... events) {
        for (String event : events) {
            subscriber.offer(octets(event));
        }
    }

    private void offerLive(String... events) {
        for (String event : events) {
            subscriber.offerLive(octets(event));
        }
    }

    private long offerWaiting(String event, Duration patience) {
        try {
            return subscriber.offerWaiting(octets(event), patience.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable String take(int octets) {
        byte[] taken = subscriber.outbox().take(octets);
        return taken == null ? null : new String(taken, StandardCharsets.UTF_8);
    }

    private double dropped() {
        return registry.counter("lux.kpi.query.streams.dropped").count();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
