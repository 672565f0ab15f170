package io.luxqoe.kpi.window;

import java.util.Map;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Calls a processor back before its task commits, while it may still forward records into the same transaction.
 *
 * <p>Kafka Streams has this moment for its record caches alone: before it flushes the producer and commits the offsets it
 * flushes the cache of every store that says it has one. This is a store without contents that says so. What a processor
 * collects in plain memory and forwards in this call is as safe as a logged store: if the task dies before the commit, the
 * offsets of what it had collected are not committed either. It costs neither changelog nor serialisation.
 */
final class BeforeCommit implements StateStore, CachedStateStore<Object, Object> {

    private final String name;
    private boolean open;
    private @Nullable Runnable callback;

    private BeforeCommit(String name) {
        this.name = name;
    }

    /** A builder of this store, to be added to the processor that uses it. */
    static StoreBuilder<BeforeCommit> named(String name) {
        return new Builder(name);
    }

    /**
     * Sets what is called, as if by the processor whose context is given. To be called in its {@code init}.
     *
     * @param context the processor's own context
     */
    void call(org.apache.kafka.streams.processor.api.ProcessorContext<?, ?> context, Runnable action) {
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = internal.currentNode();
        callback = () -> {
            ProcessorNode<?, ?, ?, ?> before = internal.currentNode();
            internal.setCurrentNode(node);
            try {
                action.run();
            } finally {
                internal.setCurrentNode(before);
            }
        };
    }

    @Override
    public void flushCache() {
        if (callback != null) {
            callback.run();
        }
    }

    @Override
    public void clearCache() {
        // called when state is recycled under a cache; the processor is made anew then, and its memory with it
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<Object, Object> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {
            throw new IllegalStateException(name + " has no changelog to be restored from");
        });
        open = true;
    }

    @Override
    public void close() {
        open = false;
        callback = null;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private record Builder(String name) implements StoreBuilder<BeforeCommit> {

        @Override
        public StoreBuilder<BeforeCommit> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingEnabled(Map<String, String> config) {
            throw new UnsupportedOperationException(name + " holds nothing that could be logged");
        }

        @Override
        public StoreBuilder<BeforeCommit> withLoggingDisabled() {
            return this;
        }

        @Override
        public BeforeCommit build() {
            return new BeforeCommit(name);
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
