package io.luxqoe.streams.deadletter;

import io.micrometer.core.instrument.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the letters of a service.
 *
 * @param topic where to
 * @param service whose letters they are
 * @param seal what is done to them before they are sent
 */
record DeadLetters(String topic, String service, LetterSeal seal) {

    private static final String TOPIC = "lux.dead-letter.topic";
    private static final String SERVICE = "lux.service";

    /**
     * Reads {@code lux.service}, the application id unless set, and {@code lux.dead-letter.topic}, {@code
     * lux.<service>.dead-letter.v1} unless set, where the service's name loses its {@code -service}; and the {@link
     * LetterSeal}.
     */
    static DeadLetters configured(Map<String, ?> config) {
        String service = text(config, SERVICE);
        if (service == null) {
            service = text(config, StreamsConfig.APPLICATION_ID_CONFIG);
        }
        if (service == null) {
            throw new ConfigException(SERVICE, null, "must be set");
        }
        String topic = text(config, TOPIC);
        String byDefault = "lux." + service.replaceAll("-service$", "") + ".dead-letter.v1";
        return new DeadLetters(topic == null ? byDefault : topic, service, LetterSeal.configured(config));
    }

    private static @Nullable String text(Map<String, ?> config, String name) {
        Object value = config.get(name);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().trim();
    }

    /** The record that {@code context} tells of, its octets and headers as they came, with ours added. */
    ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context,
            KeyValue<byte[], byte[]> octets,
            Exception failure,
            String errorClassOtherwise) {
        String errorClass = Blame.errorClass(failure, errorClassOtherwise);
        Metrics.counter("lux.dead-letter.records", "reason", errorClass).increment();
        Headers headers = new RecordHeaders(context.headers());
        put(headers, DeadLetterHeaders.ERROR_CLASS, errorClass);
        put(headers, DeadLetterHeaders.ERROR_MESSAGE, Blame.errorMessage(failure, node(context)));
        put(headers, DeadLetterHeaders.ORIGIN_TOPIC, context.topic());
        put(headers, DeadLetterHeaders.ORIGIN_PARTITION, context.partition());
        put(headers, DeadLetterHeaders.ORIGIN_OFFSET, context.offset());
        put(headers, DeadLetterHeaders.ORIGIN_TIMESTAMP, context.timestamp());
        put(headers, DeadLetterHeaders.SERVICE, service);
        // no timestamp: the letter's age begins now, else an old record's would be deleted before it is read
        return new ProducerRecord<>(
                topic, null, null, octets.key, seal.seal(octets.key, octets.value, headers), headers);
    }

    private static String node(ErrorHandlerContext context) {
        return Objects.requireNonNullElse(context.processorNodeId(), "of a global table");
    }

    private static void put(Headers headers, String name, Object value) {
        headers.remove(name); // a letter that was sent back and failed again
        headers.add(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }
}
