package io.luxqoe.decoder.stream;

import io.luxqoe.decoder.format.DecodingRules;
import io.luxqoe.decoder.source.SourceStatuses;
import io.luxqoe.decoder.source.SourceTable;
import io.luxqoe.streams.PartitionMark;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.store.MemoryStoreBuilder;
import io.luxqoe.streams.store.MemoryStoreKeeper;
import io.luxqoe.streams.store.QueryableStore;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Raw records to blocks of events, and what cannot be decoded to the dead letters:
 *
 * <pre>
 *                              ┌ take-blocks ─ unwrap-blocks ─ decoded
 * raw of each format ─ decode ─┼ take-letters ─ unwrap-letters ─ restore-key ─ dead letters
 *          (sources,           └ take-statuses ─ unwrap-statuses ─ source status ⇒ [source-statuses] on every instance
 *           seen-events, sequences)
 * </pre>
 *
 * <p>Nothing is re-keyed: a block has the source of its raw record and lies in the same partition, marks of a partition
 * are sent there. The stores are in memory, logged, and bounded by the number of sources, which are forgotten after
 * {@link DecoderOptions#sourceRetention}: {@value #SOURCES} holds one entry a source, {@value #SEEN_EVENTS} 16 octets for
 * each of the last {@link DecoderOptions#duplicateHistory} events of a source, {@value #SEQUENCES} up to 152 octets for
 * each numbering of a source, of which a source has as many as {@link Numbering#mostSeries} says.
 */
public final class DecoderTopology {
    static final String SOURCES = "sources";
    static final String SEEN_EVENTS = "seen-events";
    static final String SEQUENCES = "sequences";

    private static final String SOURCE_STATUSES = "source-statuses";
    private static final Duration REGISTRY_PAUSE = Duration.ofSeconds(1);

    private final DecoderTopics topics;
    private final DecodingRules rules;
    private final DecoderOptions options;
    private final DecoderListener listener;

    /**
     * @param serdes of all records
     * @param rules what the decoders are built with
     * @param options how state is kept and sources are spoken of
     * @param listener hears what is decoded
     */
    public DecoderTopology(AvroSerdes serdes, DecodingRules rules, DecoderOptions options, DecoderListener listener) {
        this.topics = DecoderTopics.with(serdes);
        this.rules = rules;
        this.options = options;
        this.listener = listener;
    }

    /** Where a running instance answers for the sources of all instances. */
    public static StoreQueryParameters<SourceStatuses> sourceStatuses() {
        return StoreQueryParameters.fromNameAndType(SOURCE_STATUSES, new QueryableStore<>(SourceStatuses.class));
    }

    /** Adds the topology to a builder and returns the builder. */
    public StreamsBuilder addTo(StreamsBuilder builder) {
        builder.addStateStore(sourcesStore());
        builder.addStateStore(seenEventsStore());
        builder.addStateStore(sequencesStore());
        KStream<String, Outcome> outcomes = builder.stream(
                        options.topics().keySet(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-raw"))
                .process(
                        () -> new DecodeProcessor(() -> new Decoders(options.topics(), rules), options, listener),
                        Named.as("decode"),
                        SOURCES,
                        SEEN_EVENTS,
                        SEQUENCES);
        take(outcomes, Outcome.Block.class, Outcome.Block::block, "blocks")
                .to(
                        topics.decoded().name(),
                        topics.decoded().producedAs("write-blocks").withStreamPartitioner(PartitionMark.partitioner()));
        take(outcomes, Outcome.DeadLetter.class, Function.identity(), "letters")
                .map((source, letter) -> KeyValue.pair(letter.key(), letter.octets()), Named.as("restore-key"))
                .to(topics.deadLetters().name(), topics.deadLetters().producedAs("write-letters"));
        take(outcomes, Outcome.Status.class, Outcome.Status::status, "statuses")
                .to(topics.statuses().name(), topics.statuses().producedAs("write-statuses"));
        addSourceStatuses(builder);
        return builder;
    }

    private void addSourceStatuses(StreamsBuilder builder) {
        builder.addGlobalStore(
                new MemoryStoreBuilder<>(SOURCE_STATUSES, SourceTable::new),
                topics.statuses().name(),
                Consumed.with(topics.statuses().keySerde(), Serdes.ByteArray()).withName("keep-source-statuses"),
                () -> new MemoryStoreKeeper<>(topics.statuses(), SOURCE_STATUSES, REGISTRY_PAUSE));
    }

    private static <T extends Outcome, V> KStream<String, V> take(
            KStream<String, Outcome> outcomes, Class<T> kind, Function<T, V> content, String name) {
        return outcomes.filter((source, outcome) -> kind.isInstance(outcome), Named.as("take-" + name))
                .mapValues(outcome -> content.apply(kind.cast(outcome)), Named.as("unwrap-" + name));
    }

    private StoreBuilder<?> sourcesStore() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SOURCES),
                        topics.statuses().keySerde(),
                        topics.statuses().valueSerde())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    private static StoreBuilder<?> sequencesStore() {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(SEQUENCES), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    private static StoreBuilder<?> seenEventsStore() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(SEEN_EVENTS), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
