package io.luxqoe.streams.avro;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/** Reads {@code schema.registry.ssl.*}, which mean what {@code ssl.*} means to a Kafka client, PEM stores included. */
final class RegistryTls {

    private static final String PREFIX = "schema.registry.";
    private static final ConfigDef SSL = new ConfigDef();

    static {
        SslConfigs.addClientSslSupport(SSL);
    }

    private RegistryTls() {}

    static boolean reads(String name) {
        return name.startsWith(PREFIX + "ssl.");
    }

    /** The context of the stores given, or none if there is none: then the JVM's own trust store holds. */
    static Optional<SSLContext> context(Map<String, ?> config) {
        Map<String, Object> ssl = new HashMap<>();
        config.forEach((name, value) -> {
            if (reads(name)) {
                ssl.put(name.substring(PREFIX.length()), value);
            }
        });
        if (ssl.isEmpty()) {
            return Optional.empty();
        }
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(new Parsed(ssl).values());
            return Optional.of(factory.sslContext());
        }
    }

    /** Gives the stores' settings Kafka's types and defaults, and names the one that is wrong. */
    private static final class Parsed extends AbstractConfig {

        Parsed(Map<String, ?> ssl) {
            super(SSL, ssl, false);
        }
    }
}
