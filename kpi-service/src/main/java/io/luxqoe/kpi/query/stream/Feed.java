package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.stream.Events.Closed;
import io.luxqoe.kpi.query.stream.Events.Reset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topic from its end on, once for all subscribers of this instance, in a thread of its own. It ends when there
 * has been no subscriber for some time, or when it cannot go on, and then does not begin again.
 */
final class Feed implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final TopicReaders readers;
    private final WindowRecords records;
    private final Events events;
    private final Duration heartbeat;
    private final Duration linger;

    // the lock of this guards what follows
    private final Set<Subscriber> all = new LinkedHashSet<>();
    private final Set<Subscriber> waiting = new LinkedHashSet<>();
    private final LiveSubscribers live = new LiveSubscribers();
    private long lastBusy = System.nanoTime();
    private @Nullable Position position;
    private boolean ended;

    /**
     * A feed.
     *
     * @param heartbeat pace at which a stream without events shows that it lives
     * @param linger how long it goes on without subscribers
     */
    Feed(TopicReaders readers, WindowRecords records, Events events, Duration heartbeat, Duration linger) {
        this.readers = readers;
        this.records = records;
        this.events = events;
        this.heartbeat = heartbeat;
        this.linger = linger;
    }

    /** Lets a subscriber have heartbeats; false if the feed has ended. */
    synchronized boolean add(Subscriber subscriber) {
        return !ended && all.add(subscriber);
    }

    /** Gives a subscriber what comes from now on, after it was told where it stands. */
    synchronized void join(Subscriber subscriber) {
        if (position == null) {
            waiting.add(subscriber);
        } else {
            subscriber.offer(events.heartbeat(position));
            goLive(subscriber);
            release(subscriber);
        }
    }

    /** Gives a subscriber what comes from now on, since what came before cannot be read again; only after the begin. */
    synchronized void join(Subscriber subscriber, Reset reason, String detail) {
        subscriber.offer(events.reset(Objects.requireNonNull(position), reason, detail));
        goLive(subscriber);
        release(subscriber);
    }

    /** Keeps what comes from now on for a subscriber, and returns what now is; only after the begin. */
    synchronized Position hold(Subscriber subscriber) {
        subscriber.hold();
        goLive(subscriber);
        return Objects.requireNonNull(position);
    }

    /**
     * Gives a subscriber what was kept for it, and what comes.
     *
     * @return false if that was more than could be kept: it is to read that again, too
     */
    synchronized boolean release(Subscriber subscriber) {
        boolean released = subscriber.release();
        if (!released) {
            live.remove(subscriber);
        }
        subscriber.send();
        return released;
    }

    synchronized void remove(Subscriber subscriber) {
        all.remove(subscriber);
        waiting.remove(subscriber);
        live.remove(subscriber);
        lastBusy = System.nanoTime();
    }

    /**
     * Where the feed is, once it has begun and has come to a position, if that is of the same topic.
     *
     * @param patience how long to wait after the begin for it to come so far
     * @return null if the feed has ended
     */
    synchronized @Nullable Position awaitReached(Position least, Duration patience) throws InterruptedException {
        while (!ended && position == null) {
            wait();
        }
        long until = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos();
                !ended && !isReached(least) && left > 0;
                left = until - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        return ended ? null : position;
    }

    private boolean isReached(Position least) {
        return position != null && (position.topic() != least.topic() || position.hasReached(least));
    }

    /** Ends it, and all streams. */
    void stop() {
        end(Closed.STOPPING);
    }

    @Override
    public void run() {
        try (TopicReader reader = readers.open(readers.topic())) {
            Position end = reader.end();
            reader.seek(end);
            begin(end);
            while (goesOn()) {
                Iterable<ConsumerRecord<byte[], byte[]>> batch = reader.poll(POLL);
                handOut(batch, reader.position());
                keepAlive();
            }
        } catch (RuntimeException e) {
            if (goesOn()) {
                LOG.warn("The streams end, since the topic of the windows cannot be read", e);
            }
        } finally {
            end(Closed.FAILED);
        }
    }

    private synchronized void begin(Position end) {
        position = end;
        List.copyOf(waiting).forEach(this::join);
        waiting.clear();
        notifyAll();
    }

    /** Without subscribers it ends by itself. */
    private synchronized boolean goesOn() {
        if (all.isEmpty() && System.nanoTime() - lastBusy > linger.toNanos()) {
            ended = true;
        }
        return !ended;
    }

    private synchronized void handOut(Iterable<ConsumerRecord<byte[], byte[]>> batch, Position now) {
        long[] next = Objects.requireNonNull(position).offsets(now.partitions());
        Set<Subscriber> told = new LinkedHashSet<>();
        for (ConsumerRecord<byte[], byte[]> octets : batch) {
            next[octets.partition()] = octets.offset() + 1;
            if (!live.isEmpty()) {
                records.of(octets, () -> new Position(now.topic(), next)).ifPresent(window -> {
                    for (Subscriber subscriber : live.of(window.kind())) {
                        window.eventFor(subscriber.filter()).ifPresent(event -> {
                            subscriber.offerLive(event);
                            told.add(subscriber);
                        });
                    }
                });
            }
        }
        position = now;
        notifyAll();
        told.forEach(Subscriber::send);
    }

    private synchronized void keepAlive() {
        for (Subscriber subscriber : new ArrayList<>(all)) {
            if (subscriber.isSilent(heartbeat)) {
                if (subscriber.isLive() && position != null) {
                    subscriber.offer(events.heartbeat(position));
                    subscriber.send();
                } else {
                    subscriber.offerComment(events.heartbeat());
                }
            }
        }
    }

    private void goLive(Subscriber subscriber) {
        if (all.contains(subscriber)) {
            live.add(subscriber);
        }
    }

    private void end(Closed reason) {
        List<Subscriber> ending;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            ending = new ArrayList<>(all);
            notifyAll();
        }
        ending.forEach(subscriber -> subscriber.end(reason));
    }
}
