package io.luxqoe.streams.avro;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A cache read without locks that starts again from nothing when it is full.
 *
 * <p>What it holds (schemas and what hangs on them) is some dozens in a working system; only garbage can fill it.
 */
final class BoundedCache<K, V> {

    private static final int CAPACITY = 1_000;

    private final Map<K, V> entries = new ConcurrentHashMap<>();

    V get(K key, Function<K, V> loader) {
        V present = entries.get(key);
        if (present != null) {
            return present;
        }
        // outside of the map, since a loader may wait minutes for the registry and would block other keys
        V loaded = loader.apply(key);
        if (entries.size() >= CAPACITY) {
            entries.clear();
        }
        entries.put(key, loaded);
        return loaded;
    }
}
