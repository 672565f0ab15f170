package io.luxqoe.kpi.video;

import io.luxqoe.kpi.video.VideoMessage.Promise;
import io.luxqoe.kpi.video.VideoOutput.Ended;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.streams.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Video sessions of what combine tasks tell.
 *
 * <pre>
 * told ═ by-video-session ═ keep-video-sessions ┬ ended-sessions ─ to-summaries ─ video-session
 *                                               └ (outputs, to be measured)
 * </pre>
 */
public final class VideoSessionTopology {

    private final VideoSpec spec;
    private final Topic<String, EnrichedEvent> summaries;

    /** A topology that writes the summaries to a topic. */
    public VideoSessionTopology(VideoSpec spec, Topic<String, EnrichedEvent> summaries) {
        this.spec = spec;
        this.summaries = summaries;
    }

    /**
     * Adds the topology to a builder.
     *
     * @param told what combine tasks say, reports by their session id
     * @return what is to be measured
     */
    public KStream<String, VideoOutput> addTo(StreamsBuilder builder, KStream<String, VideoMessage> told) {
        builder.addStateStore(sessions()).addStateStore(promises());
        KStream<String, VideoOutput> outputs = told.repartition(
                        Repartitioned.with(Serdes.String(), VideoMessageSerde.serde())
                                .withName("by-video-session")
                                .withNumberOfPartitions(spec.partitions())
                                .withStreamPartitioner(bySession()))
                .process(
                        () -> new VideoSessionProcessor(spec, new Templates(summaries)),
                        Named.as("keep-video-sessions"),
                        VideoSessionProcessor.SESSIONS,
                        VideoSessionProcessor.PROMISES);
        outputs.filter((id, output) -> output instanceof Ended, Named.as("ended-sessions"))
                .mapValues(output -> ((Ended) output).summary(), Named.as("to-summaries"))
                .to(summaries.name(), summaries.producedAs("video-session"));
        return outputs;
    }

    /** Reports to the partition of their session, promises to every partition. */
    private static StreamPartitioner<String, VideoMessage> bySession() {
        return (topic, id, message, partitions) -> Optional.of(
                message instanceof Promise
                        ? IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet())
                        : Set.of(Utils.toPositive(Utils.murmur2(id.getBytes(StandardCharsets.UTF_8))) % partitions));
    }

    /**
     * Bounded by the sessions that are open, and those by the gap and the longest duration. The record cache writes each
     * to the changelog once a commit.
     */
    private static StoreBuilder<?> sessions() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(VideoSessionProcessor.SESSIONS),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withCachingEnabled();
    }

    /** Bounded by the number of input partitions. */
    private static StoreBuilder<?> promises() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(VideoSessionProcessor.PROMISES), Serdes.Integer(), Serdes.Long())
                .withCachingDisabled();
    }
}
