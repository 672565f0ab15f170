package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.query.stream.Events.Closed;
import io.luxqoe.kpi.query.stream.Events.Reset;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a subscriber from where its client left off to where the feed is. It reads up to the feed, which goes on
 * meanwhile, again and again until that is near; then the feed keeps for the subscriber what comes, and what lies between
 * is read to the last record. So the subscriber is offered each record once. If more comes than can be kept, that is read
 * again as well.
 */
final class Replay implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long NEAR = 1_000;
    private static final int MOST_ROUNDS = 10;
    private static final int HEARTBEATS_OF_PATIENCE = 4;

    private final Feed feed;
    private final Subscriber subscriber;
    private final Position from;
    private final TopicReaders readers;
    private final WindowRecords records;
    private final StreamMeters meters;
    private final Limits limits;
    private long patience;

    /**
     * How much is done for a client that comes again.
     *
     * @param mostRecords records that are read again
     * @param patience how long its client may make a replay wait
     * @param lag how long the feed may take to come to where another instance has been
     * @param stall how long a broker may give nothing of what it has
     */
    record Limits(long mostRecords, Duration patience, Duration lag, Duration stall) {

        static Limits of(QuerySettings settings) {
            return new Limits(
                    settings.maxReplay(),
                    settings.streamHeartbeat().multipliedBy(HEARTBEATS_OF_PATIENCE),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1));
        }
    }

    Replay(
            Feed feed,
            Subscriber subscriber,
            Position from,
            TopicReaders readers,
            WindowRecords records,
            StreamMeters meters,
            Limits limits) {
        this.feed = feed;
        this.subscriber = subscriber;
        this.from = from;
        this.readers = readers;
        this.records = records;
        this.meters = meters;
        this.limits = limits;
        patience = limits.patience().toNanos();
    }

    @Override
    public void run() {
        try {
            Position live = feed.awaitReached(from, limits.lag());
            if (live != null && !subscriber.isEnded()) {
                from(live);
            }
        } catch (InterruptedException | InterruptException e) {
            subscriber.end(Closed.STOPPING);
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A stream ends, since what its client has missed cannot be read", e);
            subscriber.end(Closed.FAILED);
        }
    }

    private void from(Position live) throws InterruptedException {
        if (from.topic() != live.topic()) {
            reset(Reset.UNKNOWN, "the id is of another topic; there is a new one");
        } else if (!live.hasReached(from)) {
            reset(Reset.UNKNOWN, "the topic does not have all the records that the id is of");
        } else if (from.distanceTo(live) > limits.mostRecords()) {
            reset(
                    Reset.TOO_MANY,
                    "up to " + from.distanceTo(live) + " records have come since; no more than " + limits.mostRecords()
                            + " are read again");
        } else {
            read();
        }
    }

    private void read() throws InterruptedException {
        try (TopicReader reader = readers.open(from.topic())) {
            if (!from.hasReached(reader.begin())) {
                expired();
                return;
            }
            Position at = from;
            for (int round = 1; round <= MOST_ROUNDS; round++) {
                Position live = feed.awaitReached(at, limits.lag());
                if (live == null) {
                    return;
                }
                boolean held = round == MOST_ROUNDS || at.distanceTo(live) <= NEAR;
                Position until = held ? feed.hold(subscriber) : live;
                if (!read(reader, at, until) || (held && feed.release(subscriber))) {
                    return;
                }
                at = until;
            }
            subscriber.tooSlow();
        } catch (OffsetOutOfRangeException e) {
            expired();
        }
    }

    /** Reads what lies between two positions; false if the subscriber has ended. */
    private boolean read(TopicReader reader, Position after, Position until) throws InterruptedException {
        long[] next = after.offsets(until.partitions());
        Position at = after;
        long progress = System.nanoTime();
        reader.seek(after);
        while (!at.hasReached(until)) {
            for (ConsumerRecord<byte[], byte[]> octets : reader.poll(POLL)) {
                if (octets.offset() < until.next(octets.partition())) {
                    next[octets.partition()] = octets.offset() + 1;
                    byte[] event = eventOf(octets, new Position(until.topic(), next));
                    if (event != null) {
                        patience = subscriber.offerWaiting(event, patience);
                    }
                }
            }
            subscriber.send();
            if (subscriber.isEnded()) {
                return false;
            }
            Position now = reader.position();
            if (!now.equals(at)) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > limits.stall().toNanos()) {
                throw new IllegalStateException("nothing comes of what there is behind " + at);
            }
            at = now;
        }
        return true;
    }

    private byte @Nullable [] eventOf(ConsumerRecord<byte[], byte[]> octets, Position behind) {
        return records.of(octets, () -> behind)
                .filter(window -> window.kind().equals(subscriber.filter().kind()))
                .flatMap(window -> window.eventFor(subscriber.filter()))
                .orElse(null);
    }

    private void expired() {
        reset(Reset.EXPIRED, "the topic does not keep all that has come since");
    }

    private void reset(Reset reason, String detail) {
        meters.reset(reason);
        feed.join(subscriber, reason, detail);
    }
}
