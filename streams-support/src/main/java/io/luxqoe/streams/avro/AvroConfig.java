package io.luxqoe.streams.avro;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Names and readings of the configuration; all but those that begin with {@code lux.} are Confluent's. */
final class AvroConfig {

    static final String SERIALIZER = "lux.avro.serializer";
    static final String DESERIALIZER = "lux.avro.deserializer";

    /** For how long a registry that does not answer is tried again: an ISO 8601 duration. */
    static final String RETRY_FOR = "lux.registry.retry-for";

    static final String URL = "schema.registry.url";
    static final String AUTO_REGISTER = "auto.register.schemas";
    static final String USE_LATEST = "use.latest.version";
    static final String SPECIFIC_READER = "specific.avro.reader";
    static final String SPECIFIC_KEY_TYPE = "specific.avro.key.type";
    static final String SPECIFIC_VALUE_TYPE = "specific.avro.value.type";

    private AvroConfig() {}

    /** The value of {@code name} without surrounding blanks, or null if there is none. */
    static @Nullable String text(Map<String, ?> config, String name) {
        Object value = config.get(name);
        String text = value == null ? "" : value.toString().trim();
        return text.isEmpty() ? null : text;
    }

    static String required(Map<String, ?> config, String name) {
        String text = text(config, name);
        if (text == null) {
            throw new ConfigException(name, null, "must be set");
        }
        return text;
    }

    static boolean flag(Map<String, ?> config, String name, boolean otherwise) {
        String text = text(config, name);
        if (text == null) {
            return otherwise;
        }
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new ConfigException(name, text, "must be true or false");
    }

    static Duration duration(Map<String, ?> config, String name, Duration otherwise) {
        String text = text(config, name);
        try {
            Duration duration = text == null ? otherwise : Duration.parse(text);
            if (duration.isNegative()) {
                throw new ConfigException(name, text, "must not be negative");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new ConfigException(name, text, "must be an ISO 8601 duration such as PT4M");
        }
    }

    static Duration milliseconds(Map<String, ?> config, String name, Duration otherwise) {
        String text = text(config, name);
        try {
            Duration duration = text == null ? otherwise : Duration.ofMillis(Long.parseLong(text));
            if (duration.isZero() || duration.isNegative()) {
                throw new ConfigException(name, text, "must be a positive number of milliseconds");
            }
            return duration;
        } catch (NumberFormatException e) {
            throw new ConfigException(name, text, "must be a positive number of milliseconds");
        }
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

    static ClassLoader classLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? AvroConfig.class.getClassLoader() : context;
    }

    private static Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, classLoader());
    }
}
