package io.luxqoe.enrichment.join;

import io.luxqoe.enrichment.correlation.CorrelationTopology;
import io.luxqoe.enrichment.reference.KeyTable;
import io.luxqoe.enrichment.reference.ReferenceTables;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.EventBlock;
import io.luxqoe.schemas.ParkedBlock;
import io.luxqoe.schemas.Source;
import io.luxqoe.streams.PartitionMark;
import io.luxqoe.streams.avro.AvroSerdes;
import io.luxqoe.streams.avro.Sliced;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Blocks of events joined with their source and with the reference tables, block by block and without a repartition:
 *
 * <pre>
 *                        sources ┐   (global tables) ┐
 * decoded ─ refuse-incomplete ─ join-source ───── enrich ┬ enriched     (parked-blocks, by configuration)
 *                                                        ├ split-events ─ single   (by configuration)
 *                                                        └ {@link CorrelationTopology}   (by configuration)
 * </pre>
 *
 * <p>Events that wait for a missing reference lie in a store of their own, in memory and logged, at most
 * {@link ParkingOptions#maxEvents} of a task.
 *
 * <p>The sources' table is co-partitioned with the blocks; it holds one value a source, deleted by a tombstone.
 */
public final class EnrichmentTopology {
    static final String PARKED = "parked-blocks";

    private static final String SOURCES = "sources";

    private final EventTopics topics;
    private final AvroSerdes serdes;
    private final int subscribersCached;
    private final EnrichmentListener listener;
    private final boolean singleEvents;
    private final @Nullable ParkingOptions parking;
    private final Serde<ParkedBlock> parkedBlocks;
    private final @Nullable CorrelationTopology correlation;

    /**
     * @param serdes of all records
     * @param listener hears what is enriched, missed and broken
     * @param singleEvents whether every event is also written as a record of its own
     * @param parking how long events wait for references that are missing; null for not at all
     * @param correlation brings the legs of calls together; null for not
     * @param subscribersCached how many subscribers are kept on the heap at most
     */
    public EnrichmentTopology(
            AvroSerdes serdes,
            EnrichmentListener listener,
            boolean singleEvents,
            @Nullable ParkingOptions parking,
            @Nullable CorrelationTopology correlation,
            int subscribersCached) {
        this.topics = new EventTopics(serdes);
        this.serdes = serdes;
        this.subscribersCached = subscribersCached;
        this.listener = listener;
        this.singleEvents = singleEvents;
        this.parking = parking;
        this.parkedBlocks = serdes.forValue(ParkedBlock.class);
        this.correlation = correlation;
    }

    /** Adds the topology to a builder and returns the builder. */
    public StreamsBuilder addTo(StreamsBuilder builder) {
        if (parking != null) {
            builder.addStateStore(
                    Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(PARKED), Serdes.Long(), parkedBlocks)
                            .withCachingDisabled()
                            .withLoggingEnabled(Map.of()));
        }
        // Of these tables: another builder gets others.
        KeyTable<Places.Place> places = new KeyTable<>();
        KStream<String, EnrichedBlock> enriched = builder.stream(
                        topics.decoded().name(), topics.decoded().consumedAs("read-blocks"))
                .mapValues(EnrichmentTopology::whole, Named.as("refuse-incomplete"))
                .leftJoin(sources(builder), SourcedBlock::new, joined())
                .process(() -> new BlockEnricher(places, listener, parking), Named.as("enrich"), stores());
        enriched.to(
                topics.enriched().name(),
                topics.enriched().producedAs("write-blocks").withStreamPartitioner(PartitionMark.partitioner()));
        if (singleEvents) {
            enriched.process(EventSplitter::new, Named.as("split-events"))
                    .to(topics.single().name(), topics.single().producedAs("write-events"));
        }
        if (correlation != null) {
            correlation.addTo(builder, enriched);
        }
        // Last, so that another table does not renumber the tasks.
        return new ReferenceTables(serdes, listener, subscribersCached).addTo(builder);
    }

    private String[] stores() {
        return parking == null ? new String[0] : new String[] {PARKED};
    }

    private KTable<String, Source> sources(StreamsBuilder builder) {
        return builder.table(
                topics.sources().name(),
                topics.sources().consumedAs("keep-sources"),
                Materialized.<String, Source>as(Stores.inMemoryKeyValueStore(SOURCES))
                        .withKeySerde(topics.sources().keySerde())
                        .withValueSerde(topics.sources().valueSerde())
                        .withCachingDisabled());
    }

    private Joined<String, Sliced<EventBlock>, Source> joined() {
        return Joined.with(
                        topics.decoded().keySerde(),
                        topics.decoded().valueSerde(),
                        topics.sources().valueSerde())
                .withName("join-source");
    }

    /** The join would drop a record without key or value in silence. */
    private static Sliced<EventBlock> whole(@Nullable String key, @Nullable Sliced<EventBlock> block) {
        if (key == null) {
            throw new IncompleteRecordException("The record has no source id as its key");
        }
        if (block == null) {
            throw new IncompleteRecordException("The record has no block as its value");
        }
        return block;
    }
}
