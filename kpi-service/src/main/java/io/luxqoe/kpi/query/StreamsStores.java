package io.luxqoe.kpi.query;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.window.PartitionStores;
import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.SeriesPartitions;
import io.luxqoe.kpi.window.Stage;
import io.luxqoe.kpi.window.WindowReader;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.kpi.window.WindowSpec;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/** The stores of the running topology. */
@Component
final class StreamsStores implements WindowStores.Finder {

    private final StreamsBuilderFactoryBean factory;
    private final WindowSpec spec;
    private final SeriesPartitions partitions;

    StreamsStores(StreamsBuilderFactoryBean factory, WindowSpec spec, List<Axis> axes) {
        this.factory = factory;
        this.spec = spec;
        this.partitions = new SeriesPartitions(axes, spec.partitions());
    }

    @Override
    public WindowReader of(SeriesKey series) {
        KafkaStreams streams = factory.getKafkaStreams();
        if (streams == null) {
            throw new StoresUnavailableException("the stream has not started");
        }
        return new WindowReader(new OfPartition(streams, partitions.of(series)), spec);
    }

    private record OfPartition(KafkaStreams streams, int partition) implements PartitionStores {

        @Override
        public ReadOnlyKeyValueStore<Bytes, byte[]> open(Stage stage) {
            return store(stage.openWindows(), QueryableStoreTypes.keyValueStore());
        }

        @Override
        public ReadOnlyWindowStore<Bytes, byte[]> finals(Stage stage, WindowSize size) {
            return store(stage.finalWindows(size), QueryableStoreTypes.windowStore());
        }

        @Override
        public ReadOnlyKeyValueStore<Integer, Long> promises(Stage stage) {
            return store(stage.promises(), QueryableStoreTypes.keyValueStore());
        }

        private <T> T store(String name, QueryableStoreType<T> type) {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(name, type).withPartition(partition));
        }
    }
}
