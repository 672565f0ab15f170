package io.luxqoe.enrichment.reference;

import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Keeps a global table equal to its topic, when it is restored as when it changes. */
final class ReferenceUpdater<E> implements Processor<String, E, Void, Void> {
    private final ReferenceKind kind;
    private final String storeName;
    private final ReferenceListener listener;
    private @Nullable GlobalTable<E, ?> table;

    ReferenceUpdater(ReferenceKind kind, String storeName, ReferenceListener listener) {
        this.kind = kind;
        this.storeName = storeName;
        this.listener = listener;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        table = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, E> change) {
        GlobalTable<E, ?> kept = Objects.requireNonNull(table, "not initialised");
        if (change.value() == null) {
            kept.remove(change.key());
        } else {
            kept.put(change.key(), change.value());
        }
        listener.resized(kind, kept.size());
    }
}
