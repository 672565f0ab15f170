package io.luxqoe.enrichment.reference;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns a reference record into what its table keeps of it, once, when it is loaded or changes.
 *
 * <p>A broken record is counted and refused: the handler of the service sends it to the dead letters and the global
 * thread goes on, with what its key said before. While the schema registry gives no answer the table waits: that is no
 * record's fault, and the global thread, once ended, does not come back.
 */
final class ReferenceDeserializer<R, E> implements Deserializer<E> {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceDeserializer.class);

    private final ReferenceKind kind;
    private final Deserializer<R> records;
    private final Function<R, E> entry;
    private final ReferenceListener listener;
    private final Duration pause;

    /**
     * @param records decodes a record; throws {@link RetriableException} while it cannot know
     * @param entry what is kept of a record
     * @param pause between two attempts
     */
    ReferenceDeserializer(
            ReferenceKind kind,
            Deserializer<R> records,
            Function<R, E> entry,
            ReferenceListener listener,
            Duration pause) {
        this.kind = kind;
        this.records = records;
        this.entry = entry;
        this.listener = listener;
        this.pause = pause;
    }

    @Override
    public @Nullable E deserialize(String topic, byte @Nullable [] octets) {
        return deserialize(topic, new RecordHeaders(), octets);
    }

    @Override
    public @Nullable E deserialize(String topic, Headers headers, byte @Nullable [] octets) {
        if (octets == null) {
            return null;
        }
        while (true) {
            try {
                return entry.apply(records.deserialize(topic, headers, octets));
            } catch (RuntimeException failure) {
                if (isOutage(failure)) {
                    await(failure);
                    continue;
                }
                if (!(failure instanceof KafkaException) || failure instanceof SerializationException) {
                    reject(failure);
                }
                throw failure;
            }
        }
    }

    /** Other serdes wrap what the registry's client threw. */
    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return true;
            }
        }
        return false;
    }

    private void reject(RuntimeException broken) {
        listener.rejected(kind);
        // Neither key nor message: a key may be a subscriber's, and a message may quote the record.
        LOG.warn(
                "Reference table {}: a record is broken ({}), what its key said before still holds",
                kind.table(),
                broken.getClass().getSimpleName());
    }

    private void await(RuntimeException outage) {
        LOG.warn("Reference table {} waits: {}", kind.table(), outage.getMessage());
        LockSupport.parkNanos(pause.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw outage;
        }
    }
}
