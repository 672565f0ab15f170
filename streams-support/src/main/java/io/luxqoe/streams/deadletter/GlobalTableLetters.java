package io.luxqoe.streams.deadletter;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the letters of global tables, whose thread has no producer of its own: letters that a handler hands back there
 * are dropped, or stop the thread with a ClassCastException (Kafka Streams 4.3.1).
 *
 * <p>At least once: a table that is read again at the next start gives the same letters again, with the same origin.
 */
final class GlobalTableLetters {

    private static final Logger LOG = LoggerFactory.getLogger(GlobalTableLetters.class);
    private static final int NO_SUBTOPOLOGY = -1;
    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, Object> config;
    private @Nullable Producer<byte[], byte[]> producer;

    GlobalTableLetters(Map<String, ?> streamsConfig) {
        config = Clients.config(streamsConfig, ProducerConfig.configNames(), "producer.");
        config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        config.remove(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
    }

    static boolean isFor(ErrorHandlerContext context) {
        return context.taskId().subtopology() == NO_SUBTOPOLOGY;
    }

    /** Sends {@code letter}; false if the broker did not take it in time. */
    synchronized boolean send(ProducerRecord<byte[], byte[]> letter) {
        try {
            if (producer == null) {
                // made at the first broken record, which most services never see; lives as long as the process
                producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
            }
            producer.send(letter).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.error("Cannot send a dead letter to {}", letter.topic(), e);
            return false;
        }
    }
}
