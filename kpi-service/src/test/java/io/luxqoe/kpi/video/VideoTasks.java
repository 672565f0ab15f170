package io.luxqoe.kpi.video;

import io.luxqoe.kpi.video.VideoOutput.Ended;
import io.luxqoe.kpi.video.VideoOutput.Promised;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.streams.Topic;
import io.luxqoe.streams.avro.AvroSerdes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The task that keeps sessions, on stores that outlive it: what was not committed is undone when it dies. */
final class VideoTasks {

    static final Topic<String, EnrichedEvent> SUMMARIES = new Topic<>(
            "lux.video.session.v1",
            Serdes.String(),
            AvroSerdes.mock("video-tasks").forValue(EnrichedEvent.class));

    private final VideoSpec spec;
    private final Serde<VideoMessage> serde = VideoMessageSerde.serde();
    private final List<VideoOutput> committed = new ArrayList<>();
    private Map<String, byte[]> committedSessions = Map.of();
    private Map<Integer, Long> committedPromises = Map.of();
    private MockProcessorContext<String, VideoOutput> context;
    private KeyValueStore<String, byte[]> sessions;
    private KeyValueStore<Integer, Long> promises;
    private VideoSessionProcessor processor;

    @SuppressWarnings("NullAway.Init") // start sets what is left
    VideoTasks(VideoSpec spec) {
        this.spec = spec;
        start();
    }

    /** Dies, and begins again where it committed last. */
    void crash() {
        start();
    }

    void commit() {
        context.forwarded().forEach(forward -> committed.add(forward.record().value()));
        context.resetForwards();
        committedSessions = contents(sessions);
        committedPromises = contents(promises);
    }

    void send(String id, VideoMessage message) {
        VideoMessage received =
                serde.deserializer().deserialize("", serde.serializer().serialize("", message));
        processor.process(new Record<>(id, received, 0));
    }

    List<VideoOutput> committed() {
        return committed;
    }

    List<EnrichedEvent> summaries() {
        return committed.stream()
                .filter(output -> output instanceof Ended)
                .map(output -> ((Ended) output).summary())
                .toList();
    }

    long promised() {
        return committed.stream()
                .filter(output -> output instanceof Promised)
                .mapToLong(output -> ((Promised) output).watermark())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    int openIds() {
        return contents(sessions).size();
    }

    private void start() {
        context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(0);
        sessions = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(VideoSessionProcessor.SESSIONS),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        promises = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(VideoSessionProcessor.PROMISES), Serdes.Integer(), Serdes.Long())
                .withLoggingDisabled()
                .build();
        open(sessions);
        open(promises);
        committedSessions.forEach(sessions::put);
        committedPromises.forEach(promises::put);
        processor = new VideoSessionProcessor(spec, new Templates(SUMMARIES));
        processor.init(context);
    }

    private void open(StateStore store) {
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }

    private static <K, V> Map<K, V> contents(KeyValueStore<K, V> store) {
        Map<K, V> contents = new HashMap<>();
        try (KeyValueIterator<K, V> all = store.all()) {
            all.forEachRemaining(entry -> contents.put(entry.key, entry.value));
        }
        return contents;
    }
}
