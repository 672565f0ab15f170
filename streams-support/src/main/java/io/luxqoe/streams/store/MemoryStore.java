package io.luxqoe.streams.store;

import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.jspecify.annotations.Nullable;

/**
 * A global store in memory that keeps values as they were decoded, so that asking it costs no decoding.
 *
 * <p>It is not persistent: at every start Kafka Streams reads the topic from its beginning through the {@link
 * MemoryStoreKeeper}, before any task runs. Every instance holds the whole topic; the bound is that of the topic, or the
 * subclass's own.
 *
 * @param <V> type of the values
 */
public abstract class MemoryStore<V> implements StateStore {

    private final String name;
    private volatile boolean open;

    protected MemoryStore(String name) {
        this.name = name;
    }

    /** Takes over a value, null to delete the key; a value that makes it throw must leave the store as it was. */
    protected abstract void put(String key, @Nullable V value);

    /** The same, for a store that is to know when it was said: {@code timestamp} of the record, UTC, ms. */
    protected void put(String key, @Nullable V value, long timestamp) {
        put(key, value);
    }

    /** Forgets everything. */
    protected abstract void clear();

    /**
     * To be called before every reading.
     *
     * @throws InvalidStateStoreException if the store is closed: what died with the global thread must not look absent
     */
    protected final void requireOpen() {
        if (!open) {
            throw new InvalidStateStoreException("The store " + name + " is closed");
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void init(StateStoreContext context, StateStore root) {
        clear();
        context.register(root, (key, value) -> {
            throw new IllegalStateException("the store " + name + " is filled through its keeper");
        });
        open = true;
    }

    @Override
    public final void close() {
        open = false;
    }

    @Override
    public final boolean persistent() {
        return false;
    }

    @Override
    public final boolean isOpen() {
        return open;
    }
}
