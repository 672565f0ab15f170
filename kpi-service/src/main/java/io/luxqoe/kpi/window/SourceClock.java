package io.luxqoe.kpi.window;

import java.nio.ByteBuffer;

/**
 * Event time as one source has shown it. Mutable: one for each source of a task, touched for every event.
 *
 * <p>A mark of an empty partition is a source that never had an event and is idle.
 */
final class SourceClock {

    private long highest;
    private boolean idle;
    private boolean changed;

    private SourceClock(long highest, boolean idle) {
        this.highest = highest;
        this.idle = idle;
    }

    static SourceClock unheard() {
        return new SourceClock(Watermarks.NONE, false);
    }

    /** Highest event time so far, epoch ms; {@link Watermarks#NONE} before the first event. */
    long highest() {
        return highest;
    }

    /** Whether windows need not wait for this source. */
    boolean idle() {
        return idle;
    }

    void advanceTo(long eventTime) {
        if (idle || eventTime > highest) {
            idle = false;
            highest = Math.max(highest, eventTime);
            changed = true;
        }
    }

    void fallIdle() {
        if (!idle) {
            idle = true;
            changed = true;
        }
    }

    /** Whether it changed since this was last asked. */
    boolean takeChanged() {
        boolean was = changed;
        changed = false;
        return was;
    }

    byte[] toBytes() {
        return ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(highest)
                .put((byte) (idle ? 1 : 0))
                .array();
    }

    static SourceClock fromBytes(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        return new SourceClock(buffer.getLong(), buffer.get() != 0);
    }
}
