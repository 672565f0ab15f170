package io.luxqoe.streams.avro;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Finds the registry that a configuration names. */
final class RegistrySettings {

    private RegistrySettings() {}

    static SchemaRegistry registry(Map<String, ?> config) {
        String url = AvroConfig.required(config, AvroConfig.URL);
        if (url.startsWith(MockRegistry.SCHEME)) {
            return MockRegistry.ofScope(url.substring(MockRegistry.SCHEME.length()));
        }
        throw new ConfigException(AvroConfig.URL, url, "must be http, https or mock");
    }
}
