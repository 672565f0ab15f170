package io.luxqoe.enrichment.reference;

import io.luxqoe.streams.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A reference topic and the global table it is kept in.
 *
 * @param kind what the table is called
 * @param topic the compacted topic
 * @param storeName what the store holds
 * @param table a new, empty table of a name
 * @param entry what is kept of a record
 */
record GlobalReference<R, E>(
        ReferenceKind kind,
        Topic<String, R> topic,
        String storeName,
        Function<String, ? extends GlobalTable<E, ?>> table,
        Function<R, E> entry) {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Adds source, updater and store to a topology; what is heard of the table goes to the listener. */
    void addTo(StreamsBuilder builder, ReferenceListener listener) {
        Topic<String, E> entries = new Topic<>(topic.name(), topic.keySerde(), entries(listener));
        builder.addGlobalStore(
                new Builder(storeName, () -> table.apply(storeName)),
                entries.name(),
                entries.consumedAs("keep-" + storeName),
                () -> new ReferenceUpdater<>(kind, storeName, listener));
    }

    private Serde<E> entries(ReferenceListener listener) {
        Serializer<E> none = (topic, value) -> {
            throw new UnsupportedOperationException("Reference topics are only read");
        };
        return Serdes.serdeFrom(
                none, new ReferenceDeserializer<>(kind, topic.valueSerde().deserializer(), entry, listener, PAUSE));
    }

    /** Builds the table anew for each topology; caching and changelog have no meaning for it. */
    private record Builder(String name, Supplier<? extends GlobalTable<?, ?>> table)
            implements StoreBuilder<GlobalTable<?, ?>> {
        @Override
        public StoreBuilder<GlobalTable<?, ?>> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<GlobalTable<?, ?>> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<GlobalTable<?, ?>> withLoggingEnabled(Map<String, String> config) {
            return this;
        }

        @Override
        public StoreBuilder<GlobalTable<?, ?>> withLoggingDisabled() {
            return this;
        }

        @Override
        public GlobalTable<?, ?> build() {
            return table.get();
        }

        @Override
        public Map<String, String> logConfig() {
            return Map.of();
        }

        @Override
        public boolean loggingEnabled() {
            return false;
        }
    }
}
