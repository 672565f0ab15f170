package io.luxqoe.kpi.query.stream;

import static io.luxqoe.schemas.KpiWindowStatus.FINAL;
import static io.luxqoe.schemas.KpiWindowStatus.PROVISIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.query.stream.Received.Event;
import io.luxqoe.schemas.KpiKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LiveStreamsTest {

    private static final int PARTITIONS = 3;
    private static final int MOST = 4;
    private static final int ROOM = 50;
    private static final Duration SOON = Duration.ofMillis(100);
    private static final List<KpiKey> REGIONS = List.of(
            Windows.region("Bretagne"), Windows.region("Corse"), Windows.region("Grand Est"), Windows.region("Paris"));

    private final MemoryTopic topic = new MemoryTopic(PARTITIONS);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    private final LiveStreams streams = streams(1_000, Duration.ofMinutes(1));

    private LiveStreams streams(long maxReplay, Duration lag) {
        QuerySettings settings =
                new QuerySettings(1, Duration.ofSeconds(2), Duration.ZERO, 1_000, 3, MOST, ROOM, SOON, maxReplay);
        Events events = new Events(JsonMapper.builder().build());
        StreamMeters meters = new StreamMeters(registry);
        return new LiveStreams(
                topic,
                new WindowRecords(Windows.TOPIC, events, meters),
                events,
                meters,
                settings,
                new Replay.Limits(maxReplay, Duration.ofMinutes(1), lag, Duration.ofMinutes(1)),
                SOON);
    }

    @AfterEach
    void stop() {
        streams.stop();
        assertThat(topic.open()).isZero();
    }

    @Test
    void aNewStreamHasAllThatComesOnceAndNothingFromBefore() {
        some(20);
        Client client = client(Windows.allRegions(), null);
        Position begin = client.awaitId();
        assertThat(begin).isEqualTo(topic.end());

        some(200);

        client.awaitAllBehind(begin);
        assertThat(topic.opened()).isOne();
    }

    @Test
    void aStreamGoesOnExactlyWhereAnyOfItsEventsWas() {
        Client first = client(Windows.allRegions(), null);
        Position begin = first.awaitId();
        some(150);
        first.awaitAllBehind(begin);
        List<Event> windows = first.received.windows();
        first.leave();

        for (int i = 0; i < windows.size(); i += 7) {
            Position left = windows.get(i).position();
            // what comes meanwhile is neither lost nor told twice
            CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> some(30));
            Client again = client(Windows.allRegions(), left);
            meanwhile.join();
            again.awaitAllBehind(left);
            assertThat(again.received.named("reset")).isEmpty();
            again.leave();
        }
    }

    @Test
    void aStreamThatGoesOnCanBeLeftAndGoOnInTheMiddle() {
        Client first = client(Windows.allRegions(), null);
        Position begin = first.awaitId();
        some(300);
        first.leave();

        Client again = client(Windows.allRegions(), begin);
        again.awaitAllBehind(begin);
        List<Event> windows = again.received.windows();
        again.leave();
        int middle = windows.size() / 2;
        Client oncemore = client(Windows.allRegions(), windows.get(middle).position());

        List<Integer> rest = windows.subList(middle + 1, windows.size()).stream()
                .map(Event::revision)
                .toList();
        patiently().untilAsserted(() -> assertThat(oncemore.received.windows()).hasSameSizeAs(rest));
        assertThat(oncemore.received.windows()).extracting(Event::revision).containsExactlyInAnyOrderElementsOf(rest);
    }

    @Test
    void aClientThatIsWaitedForGetsAllThatItMissed() {
        Client first = client(Windows.allRegions(), null);
        Position begin = first.awaitId();
        some(10 * ROOM);
        first.awaitAllBehind(begin);
        first.leave();

        Client slow = client(Windows.allRegions(), null);
        slow.leave();
        Subscriber late = streams.admit(Windows.allRegions());
        streams.follow(late, begin);

        patiently().untilAsserted(() -> {
            slow.received.takeFrom(late.outbox());
            assertThat(slow.received.windows()).hasSize(10 * ROOM);
        });
        slow.awaitAllBehind(begin);
        streams.leave(late);
    }

    @Test
    void onlyWhatIsAskedForIsStreamed() {
        Client finals = client(new StreamFilter(Windows.ASR_OF_REGIONS, "Cor", false, true), null);
        Client bretagne = client(new StreamFilter(Windows.ASR_OF_REGIONS, "Bretagne", true, false), null);
        finals.awaitId();
        bretagne.awaitId();

        topic.append(0, new KpiKey("voice", "cell", "Bretagne", "PT1M"), FINAL);
        topic.append(1, new KpiKey("voice", "region", "Bretagne", "PT1H"), FINAL);
        topic.append(2, Windows.region("Corse"), PROVISIONAL);
        int ofCorse = topic.append(2, Windows.region("Corse"), FINAL);
        int ofBretagne = topic.append(0, Windows.region("Bretagne"), PROVISIONAL);
        int last = topic.append(0, Windows.region("Bretagne"), FINAL);

        bretagne.awaitRevisions(ofBretagne, last);
        finals.awaitRevisions(ofCorse);
    }

    @Test
    void aRecordThatCannotBeReadIsLeftOutAndCounted() {
        Client client = client(Windows.allRegions(), null);
        client.awaitId();

        topic.append(0, new byte[] {1, 2, 3}, Windows.octets(Windows.window(FINAL, 1, 0.5)));
        topic.append(0, Windows.octets(Windows.region("Corse")), new byte[] {1, 2, 3});
        int last = topic.append(0, Windows.region("Corse"), FINAL);

        client.awaitRevisions(last);
        assertThat(registry.counter("lux.kpi.query.streams.unreadable").count()).isEqualTo(2);
    }

    @Test
    void aHeartbeatBringsTheIdForwardWhileNothingIsOfInterest() {
        Client client = client(new StreamFilter(Windows.ASR_OF_REGIONS, "nowhere", true, false), null);
        Position begin = client.awaitId();
        some(20);
        topic.mark(1);

        patiently().untilAsserted(() -> assertThat(client.received.lastId())
                .isEqualTo(topic.end().id()));
        assertThat(client.received.comments()).isNotEmpty();
        assertThat(topic.end().hasReached(begin)).isTrue();
    }

    @Test
    void whatIsNotKeptAnyMoreResetsTheStream() {
        some(60);
        Position end = topic.end();
        topic.expire(1, end.next(1));

        Client client = client(Windows.allRegions(), new Position(MemoryTopic.TAG, 0, end.next(1) - 1, 0));

        client.awaitReset("EXPIRED", end);
        int next = topic.append(1, Windows.region("Corse"), FINAL);
        client.awaitRevisions(next);
        assertThat(registry.counter("lux.kpi.query.streams.reset", "reason", "expired")
                        .count())
                .isOne();
    }

    @Test
    void whatExpiresWhileItIsReadResetsTheStreamToo() {
        topic.keepBack(true);
        some(60);
        Client other = client(Windows.allRegions(), null);
        Position end = other.awaitId();
        Client client = client(Windows.allRegions(), new Position(MemoryTopic.TAG, 0, 0, 0));
        patiently().until(() -> topic.open() == 2);

        topic.expire(0, end.next(0));
        topic.keepBack(false);

        client.awaitReset("EXPIRED", end);
    }

    @Test
    void moreThanIsReadAgainResetsTheStream() {
        LiveStreams forgetful = streams(10, Duration.ofMinutes(1));
        some(60);
        Client client = new Client(forgetful, Windows.allRegions(), new Position(MemoryTopic.TAG, 0, 0, 0));

        client.awaitReset("TOO_MANY", topic.end());
        assertThat(client.received.named("reset").get(0).data().get("detail").asString())
                .isEqualTo("up to " + new Position(MemoryTopic.TAG).distanceTo(topic.end())
                        + " records have come since; no more than 10 are read again");
        forgetful.stop();
    }

    @Test
    void anIdOfWhatTheTopicDoesNotHaveResetsTheStream() {
        some(6);
        LiveStreams hasty = streams(1_000, SOON);
        Client ahead = new Client(hasty, Windows.allRegions(), new Position(MemoryTopic.TAG, 0, 99, 0));
        Client ofAnother = client(Windows.allRegions(), new Position(MemoryTopic.TAG + 1, 0, 0, 0));

        ahead.awaitReset("UNKNOWN", topic.end());
        ofAnother.awaitReset("UNKNOWN", topic.end());
        hasty.stop();
    }

    @Test
    void anIdOfAnInstanceThatWasAheadIsWaitedFor() {
        Client other = client(Windows.allRegions(), null);
        other.awaitId();
        topic.keepBack(true);
        some(60);
        Position end = topic.end();
        Client client = new Client(streams, Windows.allRegions(), end);
        topic.keepBack(false);
        int next = topic.append(0, Windows.region("Corse"), FINAL);

        client.awaitRevisions(next);
        assertThat(client.received.named("reset")).isEmpty();
    }

    @Test
    void aPartitionThatIsAddedIsStreamedFromItsFirstRecord() {
        Client client = client(Windows.allRegions(), null);
        Position begin = client.awaitId();

        topic.addPartition();
        topic.append(PARTITIONS, Windows.region("Corse"), FINAL);
        some(20);

        client.awaitAllBehind(begin);
        client.leave();
        client(Windows.allRegions(), begin).awaitAllBehind(begin);
    }

    @Test
    void aClientThatTakesNothingIsLetGoAndTheOthersGoOn() {
        Subscriber stuck = streams.admit(Windows.allRegions());
        streams.follow(stuck, null);
        Client client = client(Windows.allRegions(), null);
        Position begin = client.awaitId();
        patiently().until(() -> stuck.isLive());

        some(2 * ROOM);

        client.awaitAllBehind(begin);
        patiently().until(stuck::isEnded);
        Received received = new Received();
        received.takeFrom(stuck.outbox());
        assertThat(received.events())
                .singleElement()
                .satisfies(event -> assertThat(event.data().toString()).isEqualTo("{\"reason\":\"SLOW\"}"));
        assertThat(registry.counter("lux.kpi.query.streams.dropped").count()).isOne();
    }

    @Test
    void thereAreOnlySoManyAtOnce() {
        List<Client> clients = List.of(
                client(Windows.allRegions(), null),
                client(Windows.allRegions(), null),
                client(Windows.allRegions(), null),
                client(Windows.allRegions(), null));
        assertThat(registry.get("lux.kpi.query.streams").gauge().value()).isEqualTo(4);
        assertThatExceptionOfType(StreamsTakenException.class)
                .isThrownBy(() -> streams.admit(Windows.allRegions()))
                .satisfies(taken -> {
                    assertThat(taken.getStatusCode().value()).isEqualTo(503);
                    assertThat(taken.getHeaders().getFirst("Retry-After")).isEqualTo("2");
                    assertThat(taken.getBody().getDetail())
                            .isEqualTo("this instance streams to as many clients as it does at once: 4");
                });

        clients.get(0).leave();
        clients.get(0).leave();

        assertThat(registry.get("lux.kpi.query.streams").gauge().value()).isEqualTo(3);
        client(Windows.allRegions(), null).awaitId();
    }

    @Test
    void theTopicIsReadWhileThereAreClients() {
        Client first = client(Windows.allRegions(), null);
        Position begin = first.awaitId();
        first.leave();
        patiently().until(() -> topic.open() == 0);
        some(20);

        client(Windows.allRegions(), begin).awaitAllBehind(begin);
    }

    @Test
    void aBrokerThatFailsEndsTheStreamsWhichCanGoOn() {
        Client client = client(Windows.allRegions(), null);
        client.awaitId();
        topic.breakDown(true);

        client.awaitClosed("FAILED");
        client.leave();
        topic.breakDown(false);
        some(20);
        Position left = Position.parse(client.received.lastId());
        client(Windows.allRegions(), left).awaitAllBehind(left);
    }

    @Test
    void whatIsStoppedEndsItsStreamsAndTakesNoMore() {
        Client client = client(Windows.allRegions(), null);
        client.awaitId();
        Client again = client(Windows.allRegions(), new Position(MemoryTopic.TAG, 0, 0, 0));

        streams.stop();

        client.awaitClosed("STOPPING");
        again.awaitClosed("STOPPING");
        assertThatExceptionOfType(StreamsTakenException.class)
                .isThrownBy(() -> streams.admit(Windows.allRegions()))
                .satisfies(taken -> assertThat(taken.getBody().getDetail()).isEqualTo("this instance stops"));
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    /** Windows of regions in any partition, and marks of transactions between. */
    private void some(int count) {
        for (int i = 0; i < count; i++) {
            int partition = random.nextInt(PARTITIONS);
            topic.append(partition, REGIONS.get(random.nextInt(REGIONS.size())), i % 2 == 0 ? FINAL : PROVISIONAL);
            if (random.nextInt(4) == 0) {
                topic.mark(partition);
            }
        }
    }

    private Client client(StreamFilter filter, @Nullable Position from) {
        return new Client(streams, filter, from);
    }

    /** A client that takes all it is sent at once. */
    private final class Client {

        private final Received received = new Received();
        private final LiveStreams of;
        private final Subscriber subscriber;

        Client(LiveStreams of, StreamFilter filter, @Nullable Position from) {
            this.of = of;
            subscriber = of.admit(filter);
            subscriber.sendBy(() -> received.takeFrom(subscriber.outbox()));
            of.follow(subscriber, from);
        }

        Position awaitId() {
            patiently().until(() -> !received.lastId().isEmpty());
            return Position.parse(received.lastId());
        }

        /** Each record behind a position once, those of a partition in their order. */
        void awaitAllBehind(Position begin) {
            List<Integer> expected = topic.behind(begin).values().stream()
                    .flatMap(List::stream)
                    .sorted()
                    .toList();
            patiently().untilAsserted(() -> assertThat(received.windows()).hasSameSizeAs(expected));
            assertThat(received.windows()).extracting(Event::revision).containsExactlyInAnyOrderElementsOf(expected);
            topic.behind(begin).values().forEach(ofPartition -> assertThat(received.windows())
                    .extracting(Event::revision)
                    .containsSubsequence(ofPartition));
        }

        void awaitRevisions(Integer... revisions) {
            patiently().untilAsserted(() -> assertThat(received.windows())
                    .extracting(Event::revision)
                    .containsExactly(revisions));
        }

        void awaitReset(String reason, Position at) {
            patiently().until(() -> !received.named("reset").isEmpty());
            assertThat(received.events()).hasSize(1);
            Event reset = received.events().get(0);
            assertThat(reset.data().get("reason").asString()).isEqualTo(reason);
            assertThat(reset.position()).isEqualTo(at);
        }

        void awaitClosed(String reason) {
            patiently().until(() -> !received.named("closed").isEmpty());
            assertThat(received.named("closed").get(0).data().get("reason").asString())
                    .isEqualTo(reason);
            assertThat(subscriber.outbox().isDone()).isTrue();
        }

        void leave() {
            of.leave(subscriber);
        }
    }
}
