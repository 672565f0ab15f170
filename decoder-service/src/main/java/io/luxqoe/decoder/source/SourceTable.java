package io.luxqoe.decoder.source;

import io.luxqoe.schemas.SourceStatus;
import io.luxqoe.streams.store.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The global store of the last status of each source. Bounded by its compacted topic: a source that is forgotten is a
 * tombstone.
 */
public final class SourceTable extends MemoryStore<SourceStatus> implements SourceStatuses {
    private final TreeMap<String, SourceStatement> sources = new TreeMap<>();
    private @Nullable Instant asOf;

    /** An empty one of that name. */
    public SourceTable(String name) {
        super(name);
    }

    @Override
    protected void put(String source, @Nullable SourceStatus status) {
        put(source, status, 0);
    }

    @Override
    protected synchronized void put(String source, @Nullable SourceStatus status, long timestamp) {
        Instant time = Instant.ofEpochMilli(timestamp);
        if (status == null) {
            sources.remove(source);
        } else {
            sources.put(source, new SourceStatement(status, time));
        }
        if (asOf == null || time.isAfter(asOf)) {
            asOf = time;
        }
    }

    @Override
    protected synchronized void clear() {
        sources.clear();
        asOf = null;
    }

    @Override
    public synchronized List<SourceStatement> all() {
        requireOpen();
        return List.copyOf(sources.values());
    }

    @Override
    public synchronized Optional<SourceStatement> source(String id) {
        requireOpen();
        return Optional.ofNullable(sources.get(id));
    }

    @Override
    public synchronized @Nullable Instant asOf() {
        requireOpen();
        return asOf;
    }
}
