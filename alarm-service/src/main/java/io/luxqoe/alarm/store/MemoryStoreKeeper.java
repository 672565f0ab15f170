package io.luxqoe.alarm.store;

import io.luxqoe.streams.Topic;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each record of a topic into a {@link MemoryStore}.
 *
 * <p>A record that cannot be read is left out with a warning, and what its key said before still holds: an exception would
 * stop the global thread, and a global thread has no dead letters. While the schema registry gives no answer it waits.
 */
public final class MemoryStoreKeeper<V> extends ContextualProcessor<String, byte[], Void, Void> {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryStoreKeeper.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Topic<String, V> topic;
    private final String storeName;

    /**
     * @param topic how the topic is read
     * @param storeName name of the store to put into
     */
    public MemoryStoreKeeper(Topic<String, V> topic, String storeName) {
        this.topic = topic;
        this.storeName = storeName;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        MemoryStore<V> store = context().getStateStore(storeName);
        while (true) {
            try {
                store.put(
                        record.key(),
                        record.value() == null
                                ? null
                                : topic.valueSerde()
                                        .deserializer()
                                        .deserialize(topic.name(), record.headers(), record.value()));
                return;
            } catch (RetriableException outage) {
                awaitRegistry(outage);
            } catch (SerializationException broken) {
                leaveOut(broken);
                return;
            } catch (KafkaException notTheRecord) {
                throw notTheRecord;
            } catch (RuntimeException broken) {
                leaveOut(broken);
                return;
            }
        }
    }

    private void leaveOut(RuntimeException broken) {
        String position = context()
                .recordMetadata()
                .map(at -> at.topic() + "-" + at.partition() + "@" + at.offset())
                .orElse("an unknown offset");
        LOG.warn("Store {} leaves out a record that cannot be read, at {}", storeName, position, broken);
    }

    private void awaitRegistry(RetriableException outage) {
        LOG.warn("Store {} waits for the schema registry: {}", storeName, outage.getMessage());
        LockSupport.parkNanos(PAUSE.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw outage;
        }
    }
}
