package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.question.QuerySettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * The streams of this instance. While there are some, one {@link Feed} reads the topic for all of them; a client that
 * comes again has a {@link Replay} first, a few of which run at once.
 */
final class LiveStreams implements SmartLifecycle {

    private static final long IDLE_SECONDS = 30;
    private static final int REPLAYS_AT_ONCE = 4;
    private static final long STOP_SECONDS = 5;

    private final TopicReaders readers;
    private final WindowRecords records;
    private final Events events;
    private final StreamMeters meters;
    private final QuerySettings settings;
    private final Replay.Limits limits;
    private final Duration linger;
    private final Set<Subscriber> admitted = ConcurrentHashMap.newKeySet();
    private final ExecutorService replays;
    private final ThreadFactory threads = new Threads("kpi-stream-feed");
    private @Nullable Thread feedThread;
    private volatile @Nullable Feed feed;
    private volatile boolean stopped;

    /** @param linger how long the topic is read on after the last client has gone */
    LiveStreams(
            TopicReaders readers,
            WindowRecords records,
            Events events,
            StreamMeters meters,
            QuerySettings settings,
            Replay.Limits limits,
            Duration linger) {
        this.readers = readers;
        this.records = records;
        this.events = events;
        this.meters = meters;
        this.settings = settings;
        this.limits = limits;
        this.linger = linger;
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                REPLAYS_AT_ONCE,
                REPLAYS_AT_ONCE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new Threads("kpi-stream-replay"),
                // refused after the stop, when their streams are ended anyway
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        replays = pool;
    }

    /**
     * A place for one more client, until it {@linkplain #leave leaves}.
     *
     * @throws StreamsTakenException if there is none
     */
    Subscriber admit(StreamFilter filter) {
        AtomicInteger open = meters.open();
        if (open.incrementAndGet() > settings.maxStreams() || stopped) {
            open.decrementAndGet();
            throw new StreamsTakenException(settings.maxStreams(), stopped, settings.retryAfter());
        }
        Subscriber subscriber = new Subscriber(filter, settings.streamBuffer(), events, meters);
        subscriber.offer(events.retry(settings.retryAfter()));
        admitted.add(subscriber);
        return subscriber;
    }

    /**
     * Gives a client what it wants.
     *
     * @param from where it left off; null to begin now
     */
    void follow(Subscriber subscriber, @Nullable Position from) {
        Feed current = feedWith(subscriber);
        if (current == null) {
            subscriber.end(Events.Closed.STOPPING);
        } else if (from == null) {
            current.join(subscriber);
        } else {
            replays.execute(new Replay(current, subscriber, from, readers, records, meters, limits));
        }
    }

    private synchronized @Nullable Feed feedWith(Subscriber subscriber) {
        if (stopped) {
            return null;
        }
        Feed current = feed;
        if (current == null || !current.add(subscriber)) {
            current = new Feed(readers, records, events, settings.streamHeartbeat(), linger);
            current.add(subscriber);
            feed = current;
            feedThread = threads.newThread(current);
            feedThread.start();
        }
        return current;
    }

    /** A client has gone, or is let go. */
    void leave(Subscriber subscriber) {
        subscriber.abandon();
        if (admitted.remove(subscriber)) {
            meters.open().decrementAndGet();
            Feed current = feed;
            if (current != null) {
                current.remove(subscriber);
            }
        }
    }

    @Override
    public void start() {
        stopped = false;
    }

    /** Ends all streams; their clients go on at another instance. */
    @Override
    public void stop() {
        Feed current;
        synchronized (this) {
            stopped = true;
            current = feed;
        }
        if (current != null) {
            current.stop();
        }
        admitted.forEach(subscriber -> subscriber.end(Events.Closed.STOPPING));
        replays.shutdown();
        try {
            // they see soon that there is nobody to read for, unless they wait for a broker
            if (!replays.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                replays.shutdownNow();
            }
            awaitFeed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void awaitFeed() throws InterruptedException {
        Thread running = feedThread;
        if (running != null) {
            running.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !stopped;
    }

    /** The first to stop: the web server waits for its requests, and these would have no end. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    /** Threads that do not keep the process alive. */
    private static final class Threads implements ThreadFactory {

        private final String name;
        private final AtomicInteger count = new AtomicInteger();

        Threads(String name) {
            this.name = name;
        }

        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }
    }
}
