package io.luxqoe.kpi.window;

import io.luxqoe.kpi.completeness.SourceFaults;
import io.luxqoe.schemas.KpiProgress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What one combine task knows: the clock of each of its sources, its promise and its totals. Held in memory, kept in a
 * logged store that is written when the task commits.
 */
final class CombineTask {

    /** No source can have this id: source ids are not empty. */
    private static final String TOTALS = "";

    /** No source id begins with it. */
    private static final String FAULTS_OF = "\u0000faults\u0000";

    private final int task;
    private final WindowSpec window;
    private final KeyValueStore<String, byte[]> store;
    private final Map<String, SourceClock> clocks = new HashMap<>();
    private final Map<String, SourceFaults> faults = new HashMap<>();

    private long promise = Watermarks.NONE;
    private long videoPromise = Watermarks.NONE;
    private long counted;
    private long late;

    CombineTask(int task, WindowSpec window, KeyValueStore<String, byte[]> store) {
        this.task = task;
        this.window = window;
        this.store = store;
        restore();
    }

    SourceClock clockOf(String source) {
        return clocks.computeIfAbsent(source, unheard -> SourceClock.unheard());
    }

    /** What may be lost of a source. */
    SourceFaults faultsOf(String source) {
        return faults.computeIfAbsent(source, SourceFaults::new);
    }

    /** How far an event comes too late for its window, in ms; 0 or less if it is in time. */
    long lateBy(long windowEnd, SourceClock clock, boolean ofPlayer) {
        long watermark = Math.max(clock.highest(), ofPlayer ? videoPromise : promise);
        return Watermarks.closed(windowEnd, window.graceMs(), watermark) ? watermark - windowEnd - window.graceMs() : 0;
    }

    void addCounted() {
        counted++;
    }

    void addLate() {
        late++;
    }

    long promise() {
        return promise;
    }

    /**
     * The promise to the tasks that keep video sessions: as {@link #promise}, but when all are idle so much further that the
     * sessions end which were open when traffic stopped. Reports of players are late by it.
     */
    long videoPromise() {
        return videoPromise;
    }

    /**
     * Raises the promise as far as the sources allow, or, without an active one, as far as the other tasks are.
     *
     * @param others progress of the tasks as last heard
     * @param now the clock, epoch ms
     * @return whether it rose
     */
    boolean raisePromise(Collection<KpiProgress> others, long now) {
        long reached = idle() ? Watermarks.whileIdle(others, window, now) : leastActive();
        if (reached <= promise) {
            return false;
        }
        promise = reached;
        boolean allIdle = idle() && others.stream().allMatch(KpiProgress::getIdle);
        videoPromise =
                Math.max(videoPromise, promise + (allIdle ? window.video().idleAllowanceMs() : 0));
        return true;
    }

    KpiProgress progress() {
        long highest =
                clocks.values().stream().mapToLong(SourceClock::highest).max().orElse(Watermarks.NONE);
        return new KpiProgress(
                task, window.inputPartitions(), idle(), instant(promise), instant(highest), counted, late);
    }

    /** Writes what changed to the store. */
    void save() {
        clocks.forEach((source, clock) -> {
            if (clock.takeChanged()) {
                store.put(source, clock.toBytes());
            }
        });
        faults.forEach((source, of) -> {
            if (of.takeChanged()) {
                saveFaults(FAULTS_OF + source, of);
            }
        });
        store.put(
                TOTALS,
                ByteBuffer.allocate(4 * Long.BYTES)
                        .putLong(promise)
                        .putLong(videoPromise)
                        .putLong(counted)
                        .putLong(late)
                        .array());
    }

    private void saveFaults(String key, SourceFaults of) {
        if (of.isEmpty()) {
            store.delete(key);
        } else {
            store.put(key, of.toBytes());
        }
    }

    private boolean idle() {
        return !clocks.isEmpty() && clocks.values().stream().allMatch(SourceClock::idle);
    }

    private long leastActive() {
        return clocks.values().stream()
                .filter(clock -> !clock.idle())
                .mapToLong(SourceClock::highest)
                .min()
                .orElse(Watermarks.NONE);
    }

    private void restore() {
        try (KeyValueIterator<String, byte[]> entries = store.all()) {
            while (entries.hasNext()) {
                KeyValue<String, byte[]> entry = entries.next();
                if (entry.key.equals(TOTALS)) {
                    ByteBuffer totals = ByteBuffer.wrap(entry.value);
                    promise = totals.getLong();
                    videoPromise = totals.getLong();
                    counted = totals.getLong();
                    late = totals.getLong();
                } else if (entry.key.startsWith(FAULTS_OF)) {
                    String source = entry.key.substring(FAULTS_OF.length());
                    faults.put(source, SourceFaults.fromBytes(source, entry.value));
                } else {
                    clocks.put(entry.key, SourceClock.fromBytes(entry.value));
                }
            }
        }
    }

    @SuppressWarnings("NullAway") // the generated constructor takes null for an optional field
    private static Instant instant(long time) {
        return time == Watermarks.NONE ? null : Instant.ofEpochMilli(time);
    }
}
