package io.luxqoe.streams.store;

import io.luxqoe.streams.Topic;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each record of a topic into a {@link MemoryStore}.
 *
 * <p>It decodes here and not in the source node, so that it can wait while the schema registry gives no answer: there, an
 * outage would end the global thread, and with it the service. A record that cannot be read or put is left to the
 * processing exception handler, and what its key said before still holds.
 */
public final class MemoryStoreKeeper<V> extends ContextualProcessor<String, byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryStoreKeeper.class);

    private final Topic<String, V> topic;
    private final String storeName;
    private final Duration pause;

    /**
     * @param topic how the topic is read
     * @param storeName name of the store to put into
     * @param pause time between two attempts at a registry that gives no answer
     */
    public MemoryStoreKeeper(Topic<String, V> topic, String storeName, Duration pause) {
        this.topic = topic;
        this.storeName = storeName;
        this.pause = pause;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        MemoryStore<V> store = context().getStateStore(storeName);
        store.put(record.key(), record.value() == null ? null : decoded(record), record.timestamp());
    }

    private V decoded(Record<String, byte[]> record) {
        while (true) {
            try {
                return topic.valueSerde().deserializer().deserialize(topic.name(), record.headers(), record.value());
            } catch (RetriableException outage) {
                LOG.warn("The store {} waits for the schema registry: {}", storeName, outage.getMessage());
                LockSupport.parkNanos(pause.toNanos());
                if (Thread.currentThread().isInterrupted()) {
                    throw outage;
                }
            }
        }
    }
}
