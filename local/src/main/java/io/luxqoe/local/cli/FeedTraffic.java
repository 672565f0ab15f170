package io.luxqoe.local.cli;

import io.luxqoe.local.runtime.RawSender;
import io.luxqoe.local.simulator.delivery.RawRecord;
import io.luxqoe.local.simulator.feed.LiveFeed;
import io.luxqoe.local.simulator.reference.RawTopics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends a feed's records when they are due, on a thread of its own. */
final class FeedTraffic implements Traffic {

    private final LiveFeed feed;
    private final RawSender sender;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicLong rawRecords = new AtomicLong();
    private volatile @Nullable String failure;

    private FeedTraffic(LiveFeed feed, RawSender sender, InstantSource clock) {
        this.feed = feed;
        this.sender = sender;
        this.clock = clock;
        this.thread = new Thread(this::run, "traffic");
        thread.setDaemon(true);
    }

    static FeedTraffic start(LiveFeed feed, RawSender sender, InstantSource clock) {
        FeedTraffic traffic = new FeedTraffic(feed, sender, clock);
        traffic.thread.start();
        return traffic;
    }

    private void run() {
        try {
            while (feed.hasNext()) {
                Duration wait = Duration.between(clock.instant(), feed.nextDue());
                if (stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                    return;
                }
                send(feed.next().record());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = "the simulated network has ended: " + Messages.of(e);
        }
    }

    private void send(RawRecord next) {
        var unused = sender.send(RawTopics.of(next.domain()), next.source(), next.octets(), (metadata, exception) -> {
            if (exception != null) {
                failure = "a raw record was not sent: " + Messages.of(exception);
            }
        });
        rawRecords.incrementAndGet();
    }

    /** Records sent; known once the traffic is closed, since the feed belongs to one thread at a time. */
    @Override
    public OptionalLong sent() {
        return thread.isAlive()
                ? OptionalLong.empty()
                : OptionalLong.of(feed.truth().totals().sent());
    }

    @Override
    public long rawRecords() {
        return rawRecords.get();
    }

    @Override
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.close();
    }
}
