package io.luxqoe.kpi.query;

import io.luxqoe.kpi.window.MeasurementTopology;
import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.WindowSpec;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/** The stores of the running topology. */
@Component
final class StreamsStores implements WindowStores.Finder {

    private final StreamsBuilderFactoryBean factory;
    private final WindowSpec window;

    StreamsStores(StreamsBuilderFactoryBean factory, WindowSpec window) {
        this.factory = factory;
        this.window = window;
    }

    @Override
    public WindowStores of(SeriesKey series) {
        KafkaStreams streams = factory.getKafkaStreams();
        if (streams == null) {
            throw new StoresUnavailableException("the stream has not started");
        }
        try {
            int partition = MeasurementTopology.partitionOf(series, window.partitions());
            return new WindowStores(
                    store(streams, MeasurementTopology.OPEN_WINDOWS, QueryableStoreTypes.keyValueStore(), partition),
                    store(streams, MeasurementTopology.FINAL_WINDOWS, QueryableStoreTypes.windowStore(), partition),
                    store(streams, MeasurementTopology.PROMISES, QueryableStoreTypes.keyValueStore(), partition));
        } catch (InvalidStateStoreException e) {
            throw new StoresUnavailableException("the task of this key is not running here now, stream is "
                    + streams.state() + ": " + e.getMessage());
        }
    }

    private static <T> T store(KafkaStreams streams, String name, QueryableStoreType<T> type, int partition) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, type).withPartition(partition));
    }
}
