package io.luxqoe.kpi.query.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What waits for a client, bounded by events. Safe for several threads; none ever waits here unless it asks to. */
final class Outbox {

    private final int capacity;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private boolean ended;

    Outbox(int capacity) {
        this.capacity = capacity;
    }

    /** Takes an event in; false if there is no room. What comes after the end is of no interest, and taken. */
    synchronized boolean offer(byte[] event) {
        if (ended) {
            return true;
        }
        return waiting.size() < capacity && waiting.add(event);
    }

    /** Lets go what waits, and takes nothing after a last event. Returns whether this ended it. */
    synchronized boolean end(byte @Nullable [] last) {
        if (ended) {
            return false;
        }
        ended = true;
        waiting.clear();
        if (last != null) {
            waiting.add(last);
        }
        notifyAll();
        return true;
    }

    /** The events that come next, as many as so many octets hold and at least one; null if none waits. */
    synchronized byte @Nullable [] take(int octets) {
        byte[] first = waiting.poll();
        if (first == null) {
            return null;
        }
        notifyAll();
        int length = first.length;
        Deque<byte[]> taken = new ArrayDeque<>();
        for (byte[] next = waiting.peek(); next != null && length + next.length <= octets; next = waiting.peek()) {
            length += next.length;
            taken.add(waiting.remove());
        }
        return taken.isEmpty() ? first : joined(first, taken, length);
    }

    /** Whether at least half of the room is taken. */
    synchronized boolean isFilling() {
        return waiting.size() >= (capacity + 1) / 2;
    }

    /** Whether all is taken, the last event too. */
    synchronized boolean isDone() {
        return ended && waiting.isEmpty();
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /** Waits for room, or the end; returns the nanoseconds that are left of the patience, 0 if there are none. */
    synchronized long awaitRoom(long patience) throws InterruptedException {
        long until = System.nanoTime() + patience;
        long left = patience;
        while (!ended && waiting.size() >= capacity && left > 0) {
            // rounded up: a wait of 0 ms has no end
            wait(left / 1_000_000 + 1);
            left = until - System.nanoTime();
        }
        return Math.max(0, left);
    }

    private static byte[] joined(byte[] first, Deque<byte[]> others, int length) {
        byte[] all = new byte[length];
        System.arraycopy(first, 0, all, 0, first.length);
        int at = first.length;
        for (byte[] other : others) {
            System.arraycopy(other, 0, all, at, other.length);
            at += other.length;
        }
        return all;
    }
}
