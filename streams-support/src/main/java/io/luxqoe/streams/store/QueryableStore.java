package io.luxqoe.streams.store;

import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.internals.StateStoreProvider;

/**
 * Queries a global store by what it offers to readers.
 *
 * @param <T> interface of the store
 * @param readable that interface
 */
public record QueryableStore<T>(Class<T> readable) implements QueryableStoreType<T> {

    @Override
    public boolean accepts(StateStore store) {
        return readable.isInstance(store);
    }

    @Override
    public T create(StateStoreProvider provider, String storeName) {
        List<T> stores = provider.stores(storeName, this);
        if (stores.isEmpty()) {
            throw new InvalidStateStoreException("There is no store " + storeName);
        }
        return stores.get(0);
    }
}
