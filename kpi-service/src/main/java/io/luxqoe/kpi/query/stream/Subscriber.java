package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.stream.Events.Closed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client and what waits for it. Whoever has an event for it offers it here, and never waits for the client: one that
 * takes less than comes is let go, and its events with it.
 */
final class Subscriber {

    private final StreamFilter filter;
    private final Outbox outbox;
    private final int capacity;
    private final Events events;
    private final StreamMeters meters;
    private volatile Runnable pump = () -> {};
    private volatile long lastOffered = System.nanoTime();
    /** Live events that wait until what comes before them was read again; null while there is nothing to wait for. */
    private @Nullable List<byte[]> held;

    private boolean heldTooMany;
    private boolean live;

    Subscriber(StreamFilter filter, int capacity, Events events, StreamMeters meters) {
        this.filter = filter;
        this.capacity = capacity;
        this.events = events;
        this.meters = meters;
        outbox = new Outbox(capacity);
    }

    StreamFilter filter() {
        return filter;
    }

    Outbox outbox() {
        return outbox;
    }

    /** Names what sends on what waits, as far as the client takes it; it never waits for the client either. */
    void sendBy(Runnable sender) {
        pump = sender;
    }

    void send() {
        pump.run();
    }

    /** Takes an event in, and ends if there is no room. */
    void offer(byte[] event) {
        lastOffered = System.nanoTime();
        if (outbox.isFilling()) {
            pump.run();
        }
        if (!outbox.offer(event)) {
            tooSlow();
        }
    }

    /**
     * Takes an event in, and waits for room; ends if there is none.
     *
     * @param patience how long to wait, ns
     * @return how much of the patience is left, 0 if it has ended
     */
    long offerWaiting(byte[] event, long patience) throws InterruptedException {
        lastOffered = System.nanoTime();
        long left = patience;
        while (!outbox.offer(event)) {
            pump.run();
            left = outbox.awaitRoom(left);
            if (left == 0) {
                tooSlow();
            }
        }
        return isEnded() ? 0 : left;
    }

    /** Takes in what can as well be left out. */
    void offerComment(byte[] comment) {
        lastOffered = System.nanoTime();
        if (outbox.offer(comment)) {
            pump.run();
        }
    }

    /** Takes in an event that is new on the topic, or keeps it back. */
    void offerLive(byte[] event) {
        List<byte[]> keeping = held;
        if (keeping == null) {
            offer(event);
        } else if (keeping.size() < capacity && !heldTooMany) {
            keeping.add(event);
        } else {
            heldTooMany = true;
            keeping.clear();
        }
    }

    /** Keeps live events back from now on. */
    void hold() {
        held = new ArrayList<>();
        heldTooMany = false;
    }

    /**
     * Lets live events go from now on, those that were kept back first.
     *
     * @return false if there were more than there is room for, and it has none of them
     */
    boolean release() {
        List<byte[]> kept = held;
        held = null;
        live = kept == null || !heldTooMany;
        if (kept != null) {
            kept.forEach(this::offer);
        }
        return live;
    }

    /** Whether all that was on the topic until now was offered to it. */
    boolean isLive() {
        return live;
    }

    /** Whether it was offered nothing for so long. */
    boolean isSilent(Duration pace) {
        return System.nanoTime() - lastOffered >= pace.toNanos();
    }

    boolean isEnded() {
        return outbox.isEnded();
    }

    void tooSlow() {
        if (outbox.end(events.closed(Closed.SLOW))) {
            meters.dropped();
            pump.run();
        }
    }

    void end(Closed reason) {
        if (outbox.end(events.closed(reason))) {
            pump.run();
        }
    }

    /** Its client has gone. */
    void abandon() {
        outbox.end(null);
    }
}
