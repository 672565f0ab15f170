package io.luxqoe.streams.deadletter;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What is done to every dead letter of a service before it is sent, such as encryption. Safe for several threads. */
public interface LetterSeal {
    /** Setting of the streams that holds the seal of the service, an instance of this interface. */
    String CONFIG = "lux.dead-letter.seal";

    /**
     * The value to send in place of {@code value}.
     *
     * @param key key of the letter
     * @param value octets of the letter
     * @param headers all that the letter has, which may be added to
     */
    byte @Nullable [] seal(byte @Nullable [] key, byte @Nullable [] value, Headers headers);

    /** The seal that {@code config} holds under {@value #CONFIG}, else one that changes nothing. */
    static LetterSeal configured(Map<String, ?> config) {
        Object seal = config.get(CONFIG);
        if (seal == null) {
            return (key, value, headers) -> value;
        }
        if (seal instanceof LetterSeal configured) {
            return configured;
        }
        throw new ConfigException(CONFIG + " must be a " + LetterSeal.class.getName());
    }
}
