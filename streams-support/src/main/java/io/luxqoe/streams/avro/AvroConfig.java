package io.luxqoe.streams.avro;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Names and readings of the configuration; all but those that begin with {@code lux.} are Confluent's. */
final class AvroConfig {

    static final String SERIALIZER = "lux.avro.serializer";
    static final String DESERIALIZER = "lux.avro.deserializer";

    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String SPECIFIC_KEY_TYPE = "specific.avro.key.type";
    static final String SPECIFIC_VALUE_TYPE = "specific.avro.value.type";

    private AvroConfig() {}

    static @Nullable String text(Map<String, ?> config, String name) {
        Object value = config.get(name);
        return value == null ? null : value.toString().trim();
    }

    static String required(Map<String, ?> config, String name) {
        String text = text(config, name);
        if (text == null || text.isEmpty()) {
            throw new ConfigException(name, text, "must be set");
        }
        return text;
    }

    static boolean flag(Map<String, ?> config, String name, boolean otherwise) {
        String text = text(config, name);
        if (text == null) {
            return otherwise;
        }
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ConfigException(name, text, "must be true or false");
        };
    }

    /** The class named or held by {@code name}, a subtype of {@code supertype}, or null if it is not set. */
    static <T> @Nullable Class<? extends T> type(Map<String, ?> config, String name, Class<T> supertype) {
        Object value = config.get(name);
        if (value == null) {
            return null;
        }
        try {
            Class<?> type = value instanceof Class<?> given
                    ? given
                    : load(value.toString().trim());
            return type.asSubclass(supertype);
        } catch (ClassNotFoundException e) {
            throw new ConfigException(name, value, "no such class on the class path");
        } catch (ClassCastException e) {
            throw new ConfigException(name, value, "must be a " + supertype.getName());
        }
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return Class.forName(name, true, context == null ? AvroConfig.class.getClassLoader() : context);
    }
}
