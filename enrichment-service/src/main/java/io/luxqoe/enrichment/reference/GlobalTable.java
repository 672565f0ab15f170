package io.luxqoe.enrichment.reference;

import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.jspecify.annotations.Nullable;

/**
 * A global store of decoded values: written by the global thread alone, read by every stream thread.
 *
 * <p>It is bounded by its compacted topic, whose tombstones delete. It is not persistent and has no offsets, so each
 * start reads the topic from its beginning through the updater before any event is processed, under exactly-once as
 * under at-least-once.
 *
 * @param <E> what is kept of a record
 * @param <T> the structure it is kept in
 */
abstract class GlobalTable<E, T> implements StateStore {
    private final String name;
    private final Changes changes;
    private volatile @Nullable T content;

    /** @param changes counts what is put, removed, opened and closed, for who keeps what he made of it */
    GlobalTable(String name, Changes changes) {
        this.name = name;
        this.changes = changes;
    }

    /** Keeps what a record says of its key, in place of what was kept before. */
    abstract void put(String key, E entry);

    /** Forgets the key. */
    abstract void remove(String key);

    /** How many keys it holds. */
    abstract int size();

    abstract T empty();

    /**
     * What the table holds.
     *
     * @throws InvalidStateStoreException where it is closed: what died with the global thread must not look missing
     */
    final T content() {
        T held = content;
        if (held == null) {
            throw new InvalidStateStoreException("Reference table " + name + " is closed");
        }
        return held;
    }

    final void content(T replacement) {
        changes.make(() -> content = replacement);
    }

    /** The count of its changes, which other tables may share. */
    final Changes changes() {
        return changes;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        content(empty());
        context.register(root, (key, value) -> {
            throw new IllegalStateException("Table " + name + " is loaded through its updater");
        });
    }

    @Override
    public void close() {
        changes.make(() -> content = null);
    }

    @Override
    public final boolean persistent() {
        return false;
    }

    @Override
    public final boolean isOpen() {
        return content != null;
    }
}
