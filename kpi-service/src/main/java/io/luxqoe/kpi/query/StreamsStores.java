package io.luxqoe.kpi.query;

import io.luxqoe.kpi.window.MeasurementTopology;
import io.luxqoe.kpi.window.SeriesKey;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/** The stores of the running topology. */
@Component
final class StreamsStores implements WindowStores.Finder {

    private final StreamsBuilderFactoryBean factory;

    StreamsStores(StreamsBuilderFactoryBean factory) {
        this.factory = factory;
    }

    @Override
    public WindowStores of(SeriesKey series) {
        KafkaStreams streams = factory.getKafkaStreams();
        if (streams == null) {
            throw new StoresUnavailableException("the stream has not started");
        }
        try {
            int partition = partitionOf(streams, series);
            return new WindowStores(
                    store(streams, MeasurementTopology.OPEN_WINDOWS, QueryableStoreTypes.keyValueStore(), partition),
                    store(streams, MeasurementTopology.FINAL_WINDOWS, QueryableStoreTypes.windowStore(), partition),
                    store(streams, MeasurementTopology.PROMISES, QueryableStoreTypes.keyValueStore(), partition));
        } catch (InvalidStateStoreException e) {
            throw new StoresUnavailableException("the task of this key is not running here now, stream is "
                    + streams.state() + ": " + e.getMessage());
        }
    }

    private static int partitionOf(KafkaStreams streams, SeriesKey series) {
        KeyQueryMetadata metadata = streams.queryMetadataForKey(
                MeasurementTopology.FINAL_WINDOWS, series, MeasurementTopology.<Object>byKpiKey());
        if (isUnknown(metadata)) {
            throw new StoresUnavailableException("tasks are being assigned");
        }
        return metadata.partition();
    }

    private static boolean isUnknown(@Nullable KeyQueryMetadata metadata) {
        return metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE);
    }

    private static <T> T store(KafkaStreams streams, String name, QueryableStoreType<T> type, int partition) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, type).withPartition(partition));
    }
}
