package io.luxqoe.streams.routing;

import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/** The streams of this service, without asking the factory, which answers no one while global tables load. */
public final class RunningStreams implements StreamsBuilderFactoryBean.Listener {

    private volatile @Nullable KafkaStreams streams;

    RunningStreams() {}

    /**
     * The streams, started, in whatever state.
     *
     * @throws PartitionUnavailableException if they have not started, or have stopped
     */
    public KafkaStreams get() {
        KafkaStreams running = streams;
        if (running == null) {
            throw new PartitionUnavailableException("the streams of this instance have not started, or have stopped");
        }
        return running;
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
