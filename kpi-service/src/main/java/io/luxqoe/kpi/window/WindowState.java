package io.luxqoe.kpi.window;

import io.luxqoe.kpi.completeness.Contributors;
import io.luxqoe.kpi.completeness.Suspicion;
import io.luxqoe.kpi.measurement.Tally;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.ByteUtils;

/** What is known of one window of one series. Mutable: a window lives in memory while it is open. */
public final class WindowState {

    private static final byte FORMAT = 3;
    private static final int HEAD = 1 + 2 * Long.BYTES + 2 * 5 + 10;

    private final Tally tally;
    private final Contributors contributors;
    private List<String> reasons;
    private int revision;
    private long newestRawTime;
    private long watermark;
    private long events;
    private int foldedKeys;

    private WindowState(Tally tally, Contributors contributors, List<String> reasons) {
        this.tally = tally;
        this.contributors = contributors;
        this.reasons = reasons;
        this.newestRawTime = Long.MIN_VALUE;
        this.watermark = Watermarks.NONE;
    }

    /** A window without events. */
    public static WindowState empty() {
        return new WindowState(new Tally(), new Contributors(), List.of());
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

    /** The sources that contributed; not to be changed. */
    public Contributors contributors() {
        return contributors;
    }

    /** Why it may be incomplete, as of the last statement; empty if nothing is known to be missing. */
    public List<String> reasons() {
        return reasons;
    }

    void suspect(List<String> because) {
        reasons = because;
    }

    void merge(Combined.Partial partial) {
        tally.merge(partial.tally());
        contributors.merge(partial.contributors());
        newestRawTime = Math.max(newestRawTime, partial.newestRawTime());
        events += partial.events();
        foldedKeys += partial.folded().keys();
        reasons = Suspicion.of(reasons, partial.folded().reasons()).reasons();
    }

    /** Adds what another window holds; what was stated of either does not matter. */
    public void merge(WindowState other) {
        tally.merge(other.tally);
        contributors.merge(other.contributors);
        newestRawTime = Math.max(newestRawTime, other.newestRawTime);
        events += other.events;
        foldedKeys += other.foldedKeys;
    }

    void stated(long atWatermark) {
        revision++;
        watermark = atWatermark;
    }

    byte[] toBytes() {
        byte[] sources = contributors.toBytes();
        byte[] because = Lines.join(reasons);
        byte[] measured = tally.toBytes();
        ByteBuffer buffer = ByteBuffer.allocate(HEAD + sources.length + 5 + because.length + measured.length)
                .put(FORMAT)
                .putLong(newestRawTime)
                .putLong(watermark);
        ByteUtils.writeUnsignedVarint(revision, buffer);
        ByteUtils.writeVarlong(events, buffer);
        ByteUtils.writeUnsignedVarint(foldedKeys, buffer);
        buffer.put(sources);
        ByteUtils.writeUnsignedVarint(because.length, buffer);
        buffer.put(because).put(measured);
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
        Contributors contributors = Contributors.read(buffer);
        List<String> reasons = Lines.read(buffer);
        WindowState state = new WindowState(Tally.read(buffer), contributors, reasons);
        state.newestRawTime = newestRawTime;
        state.watermark = watermark;
        state.revision = revision;
        state.events = events;
        state.foldedKeys = foldedKeys;
        return state;
    }
}
