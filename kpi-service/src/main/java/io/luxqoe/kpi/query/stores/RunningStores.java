package io.luxqoe.kpi.query.stores;

import io.luxqoe.kpi.window.PartitionStores;
import io.luxqoe.kpi.window.Stage;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.streams.routing.PartitionUnavailableException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreType;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** The stores of a partition in running streams. */
record RunningStores(KafkaStreams streams, int partition) implements PartitionStores {

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

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> baselines() {
        return store(BASELINES, QueryableStoreTypes.keyValueStore());
    }

    private <T> T store(String name, QueryableStoreType<T> type) {
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(name, type).withPartition(partition));
        } catch (IllegalStateException e) {
            throw new PartitionUnavailableException("the streams of this instance are " + streams.state());
        }
    }
}
