package io.luxqoe.local.runtime;

import io.luxqoe.schemas.topic.LuxTopic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends raw records, as large as a file, so that none is lost, repeated or out of order. */
public final class RawSender implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(30);

    private final Producer<String, byte[]> producer;

    /** A sender to these brokers. */
    public RawSender(String bootstrap) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        TopicPlan.LARGEST_BATCH,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        3L * TopicPlan.LARGEST_BATCH,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        30_000,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        10_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends a raw record of {@code source}; {@code onDone} hears where it lies, or why not. */
    public Future<RecordMetadata> send(LuxTopic topic, String source, byte[] octets, Callback onDone) {
        return producer.send(new ProducerRecord<>(topic.topicName(), source, octets), onDone);
    }

    /** Sends a raw record of {@code source}. */
    public Future<RecordMetadata> send(LuxTopic topic, String source, byte[] octets) {
        return producer.send(new ProducerRecord<>(topic.topicName(), source, octets));
    }

    /** Sends a raw record of {@code source} with these headers. */
    public Future<RecordMetadata> send(LuxTopic topic, String source, byte[] octets, Map<String, String> headers) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic.topicName(), source, octets);
        headers.forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return producer.send(sent);
    }

    /** Waits until everything sent has arrived. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close(CLOSE_LIMIT);
    }
}
