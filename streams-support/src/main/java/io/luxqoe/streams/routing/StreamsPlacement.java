package io.luxqoe.streams.routing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;

/** Placement as the group's last assignment has it. */
final class StreamsPlacement implements Placement {

    private final RunningStreams streams;
    private final String store;

    StreamsPlacement(RunningStreams streams, String store) {
        this.streams = streams;
        this.store = store;
    }

    @Override
    public Map<Integer, InstanceAddress> of(Set<Integer> partitions) {
        KafkaStreams running = streams.get();
        Map<Integer, InstanceAddress> hosts = new TreeMap<>();
        for (int partition : partitions) {
            HostInfo host = activeHost(running, partition);
            if (host.port() > 0) {
                hosts.put(partition, new InstanceAddress(host.host(), host.port()));
            }
        }
        return hosts;
    }

    private HostInfo activeHost(KafkaStreams running, int partition) {
        StreamPartitioner<Integer, Object> itself = (topic, key, value, count) -> Optional.of(Set.of(key));
        try {
            KeyQueryMetadata metadata = running.queryMetadataForKey(store, partition, itself);
            return metadata == null ? HostInfo.unavailable() : metadata.activeHost();
        } catch (StreamsNotStartedException | IllegalStateException e) {
            throw new PartitionUnavailableException("the streams of this instance are " + running.state());
        }
    }
}
