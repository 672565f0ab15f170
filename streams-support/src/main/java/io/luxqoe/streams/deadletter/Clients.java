package io.luxqoe.streams.deadletter;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of a plain client that connects as the streams of a configuration do. */
final class Clients {

    private Clients() {}

    /** What of {@code streamsConfig} is among {@code names}, alone or after one of {@code prefixes}, the last winning. */
    static Map<String, Object> config(Map<String, ?> streamsConfig, Set<String> names, String... prefixes) {
        Map<String, Object> config = new HashMap<>();
        names.forEach(name -> {
            putIfThere(config, name, streamsConfig.get(name));
            for (String prefix : prefixes) {
                putIfThere(config, name, streamsConfig.get(prefix + name));
            }
        });
        return config;
    }

    private static void putIfThere(Map<String, Object> config, String name, @Nullable Object value) {
        if (value != null) {
            config.put(name, value);
        }
    }
}
