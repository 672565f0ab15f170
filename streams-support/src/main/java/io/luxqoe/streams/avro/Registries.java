package io.luxqoe.streams.avro;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The registries of the process, one per configuration: a topology has dozens of serdes, and one connection and one
 * cache serve them all.
 */
final class Registries {

    private static final Map<Map<String, String>, SchemaRegistry> BY_CONFIGURATION = new ConcurrentHashMap<>();

    private Registries() {}

    /** The registry that {@code schema.registry.url} names. */
    static SchemaRegistry of(Map<String, ?> config) {
        String url = AvroConfig.required(config, AvroConfig.URL);
        if (url.startsWith(MockRegistry.SCHEME)) {
            return MockRegistry.ofScope(url.substring(MockRegistry.SCHEME.length()));
        }
        return BY_CONFIGURATION.computeIfAbsent(
                relevant(config), c -> new CachedRegistry(new HttpRegistry(RegistryTransport.of(c))));
    }

    private static Map<String, String> relevant(Map<String, ?> config) {
        Map<String, String> relevant = new TreeMap<>();
        config.forEach((name, value) -> {
            if (value != null && RegistryTransport.reads(name)) {
                relevant.put(name, value.toString());
            }
        });
        return relevant;
    }
}
