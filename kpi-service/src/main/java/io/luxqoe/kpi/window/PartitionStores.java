package io.luxqoe.kpi.window;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** The stores of one partition, as queries see them. Each read may fail with an {@code InvalidStateStoreException}. */
public interface PartitionStores {

    /** {@link Stage#openWindows()}. */
    ReadOnlyKeyValueStore<Bytes, byte[]> open(Stage stage);

    /** {@link Stage#finalWindows}. */
    ReadOnlyWindowStore<Bytes, byte[]> finals(Stage stage, WindowSize size);

    /** {@link Stage#promises()}. */
    ReadOnlyKeyValueStore<Integer, Long> promises(Stage stage);

    /** Store of {@link #baselines()}. */
    String BASELINES = Baselines.STORE;

    /** What is usual, by series, size and hour of the week. */
    ReadOnlyKeyValueStore<Bytes, byte[]> baselines();
}
