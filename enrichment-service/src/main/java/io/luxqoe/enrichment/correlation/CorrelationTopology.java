package io.luxqoe.enrichment.correlation;

import io.luxqoe.schemas.CallLegBlock;
import io.luxqoe.schemas.CorrelatedCall;
import io.luxqoe.schemas.EnrichedBlock;
import io.luxqoe.schemas.OpenCall;
import io.luxqoe.schemas.topic.LuxTopic;
import io.luxqoe.streams.PartitionMark;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.Stores;

/**
 * Calls from their legs, beside the way of the blocks and without delay for them:
 *
 * <pre>enriched ─ route-legs ═ call-legs ─ correlate-calls (open-calls) ─ correlated</pre>
 *
 * <p>The store holds the legs that wait, in memory and logged: none for longer than {@link CorrelationOptions#maxWait}, and
 * at most {@link CorrelationOptions#maxOpen} of a task.
 */
public final class CorrelationTopology {
    static final String OPEN_CALLS = "open-calls";

    private final Topic<String, CorrelatedCall> correlated;
    private final Serde<CallLegBlock> legs;
    private final Serde<OpenCall> openCalls;
    private final CorrelationOptions options;
    private final CorrelationListener listener;

    /**
     * @param serdes of all records
     * @param options how legs are brought together
     * @param listener hears what came of them
     */
    public CorrelationTopology(AvroSerdes serdes, CorrelationOptions options, CorrelationListener listener) {
        this.correlated = new Topic<>(
                LuxTopic.CALL_CORRELATED.topicName(), Serdes.String(), serdes.forValue(CorrelatedCall.class));
        this.legs = serdes.forValue(CallLegBlock.class);
        this.openCalls = serdes.forValue(OpenCall.class);
        this.options = options;
        this.listener = listener;
    }

    /** Adds the correlation of the calls in those blocks to the topology they are made in. */
    public void addTo(StreamsBuilder builder, KStream<String, EnrichedBlock> enriched) {
        builder.addStateStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(OPEN_CALLS), Serdes.String(), openCalls)
                        .withCachingDisabled()
                        .withLoggingEnabled(Map.of()));
        enriched.process(() -> new LegRouter(options.partitions()), Named.as("route-legs"))
                .repartition(Repartitioned.with(Serdes.String(), legs)
                        .withName("call-legs")
                        .withNumberOfPartitions(options.partitions())
                        .withStreamPartitioner(PartitionMark.partitioner()))
                .process(() -> new CallCorrelator(options, listener), Named.as("correlate-calls"), OPEN_CALLS)
                .to(correlated.name(), correlated.producedAs("write-calls"));
    }
}
