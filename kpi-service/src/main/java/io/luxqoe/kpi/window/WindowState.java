package io.luxqoe.kpi.window;

import io.luxqoe.kpi.measurement.Tally;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.utils.ByteUtils;

/** What is known of one window of one series. Mutable: a window lives in memory while it is open. */
public final class WindowState {

    private static final byte FORMAT = 2;
    private static final int HEAD = 1 + 2 * Long.BYTES + 2 * 5 + 10;

    private final Tally tally;
    private int revision;
    private long newestRawTime;
    private long watermark;
    private long events;
    private int foldedKeys;

    private WindowState(Tally tally, int revision, long newestRawTime, long watermark, long events, int foldedKeys) {
        this.tally = tally;
        this.revision = revision;
        this.newestRawTime = newestRawTime;
        this.watermark = watermark;
        this.events = events;
        this.foldedKeys = foldedKeys;
    }

    /** A window without events. */
    public static WindowState empty() {
        return new WindowState(new Tally(), 0, Long.MIN_VALUE, Watermarks.NONE, 0, 0);
    }

    /** What was measured; not to be changed. */
    public Tally tally() {
        return tally;
    }

    /** How many statements were published about the window. */
    public int revision() {
        return revision;
    }

    /** Timestamp of the newest raw record that contributed, epoch ms; {@link Long#MIN_VALUE} without one. */
    public long newestRawTime() {
        return newestRawTime;
    }

    /** Watermark at the last statement, epoch ms; {@link Watermarks#NONE} before the first watermark. */
    public long watermark() {
        return watermark;
    }

    /** How many events contributed. */
    public long events() {
        return events;
    }

    /** How many keys this window of {@code other} stands for; 0 of every other key. */
    public int foldedKeys() {
        return foldedKeys;
    }

    void merge(Combined.Partial partial) {
        tally.merge(partial.tally());
        newestRawTime = Math.max(newestRawTime, partial.newestRawTime());
        events += partial.events();
        foldedKeys += partial.foldedKeys();
    }

    /** Adds what another window of the series holds; how often either was stated does not matter. */
    public void merge(WindowState other) {
        tally.merge(other.tally);
        newestRawTime = Math.max(newestRawTime, other.newestRawTime);
        events += other.events;
        foldedKeys += other.foldedKeys;
    }

    void stated(long atWatermark) {
        revision++;
        watermark = atWatermark;
    }

    byte[] toBytes() {
        byte[] measured = tally.toBytes();
        ByteBuffer buffer = ByteBuffer.allocate(HEAD + measured.length)
                .put(FORMAT)
                .putLong(newestRawTime)
                .putLong(watermark);
        ByteUtils.writeUnsignedVarint(revision, buffer);
        ByteUtils.writeVarlong(events, buffer);
        ByteUtils.writeUnsignedVarint(foldedKeys, buffer);
        buffer.put(measured);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** Reads what {@link #toBytes()} wrote. */
    public static WindowState fromBytes(byte[] octets) {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        byte format = buffer.get();
        if (format != FORMAT) {
            throw new IllegalStateException("unknown format " + format + " of a window");
        }
        long newestRawTime = buffer.getLong();
        long watermark = buffer.getLong();
        int revision = ByteUtils.readUnsignedVarint(buffer);
        long events = ByteUtils.readVarlong(buffer);
        int foldedKeys = ByteUtils.readUnsignedVarint(buffer);
        return new WindowState(Tally.read(buffer), revision, newestRawTime, watermark, events, foldedKeys);
    }
}
