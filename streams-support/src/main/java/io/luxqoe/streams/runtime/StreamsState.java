package io.luxqoe.streams.runtime;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.ThreadMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * Follows the state of the streams without asking the factory, which answers no one while global tables load.
 *
 * <p>Streams that have ended in {@code ERROR} never come back in this process: it is then no longer live.
 */
final class StreamsState implements KafkaStreams.StateListener, StreamsBuilderFactoryBean.Listener {

    private final ApplicationContext application;
    private volatile State state = State.CREATED;
    private volatile @Nullable KafkaStreams streams;

    StreamsState(ApplicationContext application) {
        this.application = application;
    }

    State state() {
        return state;
    }

    /** How many threads are in which state; none before the streams have started. */
    Map<String, Integer> threads() {
        Map<String, Integer> threads = new TreeMap<>();
        KafkaStreams running = streams;
        if (running != null) {
            for (ThreadMetadata thread : running.metadataForLocalThreads()) {
                threads.merge(thread.threadState(), 1, Integer::sum);
            }
        }
        return threads;
    }

    @Override
    public void onChange(State newState, State oldState) {
        state = newState;
        if (newState == State.ERROR) {
            AvailabilityChangeEvent.publish(application, LivenessState.BROKEN);
        }
    }

    @Override
    public void streamsAdded(String id, KafkaStreams started) {
        streams = started;
    }

    @Override
    public void streamsRemoved(String id, KafkaStreams stopped) {
        streams = null;
    }
}
