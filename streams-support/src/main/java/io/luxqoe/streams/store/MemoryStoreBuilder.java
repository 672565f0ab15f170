package io.luxqoe.streams.store;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Builds a store that is never logged, its topic being its log, nor cached.
 *
 * @param name name of the store
 * @param store makes a store of that name
 */
public record MemoryStoreBuilder<S extends MemoryStore<?>>(String name, Function<String, S> store)
        implements StoreBuilder<S> {

    @Override
    public S build() {
        return store.apply(name);
    }

    @Override
    public StoreBuilder<S> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<S> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<S> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException("the topic of a global store is its log");
    }

    @Override
    public StoreBuilder<S> withLoggingDisabled() {
        return this;
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
