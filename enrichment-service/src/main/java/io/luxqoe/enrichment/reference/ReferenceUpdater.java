package io.luxqoe.enrichment.reference;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a global table equal to its topic, when it is restored as when it changes: decodes each record once, here.
 *
 * <p>A record that cannot be decoded is counted and left out, and what its key said before still holds; the global
 * thread never ends for it. While the schema registry gives no answer, the table waits: that blames no record.
 */
final class ReferenceUpdater<R, E> implements Processor<String, byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceUpdater.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final GlobalReference<R, E> reference;
    private final Deserializer<R> deserializer;
    private final ReferenceListener listener;
    private final Duration pause;
    private @Nullable ProcessorContext<Void, Void> context;
    private @Nullable GlobalTable<E, ?> table;

    ReferenceUpdater(GlobalReference<R, E> reference, ReferenceListener listener) {
        this(reference, listener, PAUSE);
    }

    /** With another time between two attempts at a registry that gives no answer. */
    ReferenceUpdater(GlobalReference<R, E> reference, ReferenceListener listener, Duration pause) {
        this.reference = reference;
        this.deserializer = reference.topic().valueSerde().deserializer();
        this.listener = listener;
        this.pause = pause;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        this.table = context.getStateStore(reference.storeName());
    }

    @Override
    public void process(Record<String, byte[]> change) {
        GlobalTable<E, ?> kept = Objects.requireNonNull(table, "not initialised");
        if (change.value() == null) {
            kept.remove(change.key());
        } else {
            E entry = entryOf(change);
            if (entry != null) {
                kept.put(change.key(), entry);
            }
        }
        listener.resized(reference.kind(), kept.size());
    }

    /** What is to be kept of the record, null where it is broken. */
    private @Nullable E entryOf(Record<String, byte[]> change) {
        while (true) {
            try {
                R decoded = deserializer.deserialize(reference.topic().name(), change.headers(), change.value());
                return reference.entry().apply(decoded);
            } catch (RetriableException outage) {
                awaitRegistry(outage);
            } catch (SerializationException broken) {
                return rejected(broken);
            } catch (KafkaException notTheRecord) {
                throw notTheRecord;
            } catch (RuntimeException broken) {
                return rejected(broken);
            }
        }
    }

    private @Nullable E rejected(RuntimeException broken) {
        listener.rejected(reference.kind());
        // Neither key nor message: a key may be a subscriber's, and a message may quote the record.
        LOG.warn(
                "Reference table {}: a record is broken ({}) and left out, at {}",
                reference.kind().table(),
                broken.getClass().getSimpleName(),
                position());
        return null;
    }

    private String position() {
        return Optional.ofNullable(context)
                .flatMap(ProcessorContext::recordMetadata)
                .map(at -> at.topic() + "-" + at.partition() + "@" + at.offset())
                .orElse("an unknown offset");
    }

    private void awaitRegistry(RetriableException outage) {
        LOG.warn(
                "Reference table {} waits for the schema registry: {}",
                reference.kind().table(),
                outage.getMessage());
        LockSupport.parkNanos(pause.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw outage;
        }
    }
}
