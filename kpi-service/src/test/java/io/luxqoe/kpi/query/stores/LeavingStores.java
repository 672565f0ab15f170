package io.luxqoe.kpi.query.stores;

import io.luxqoe.kpi.window.PartitionStores;
import io.luxqoe.kpi.window.Stage;
import io.luxqoe.kpi.window.WindowSize;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;

/** Stores of a task that leaves after the windows were looked up so often: those that have left are not found. */
final class LeavingStores implements PartitionStores {

    private final PartitionStores stores;
    private final AtomicInteger left;

    LeavingStores(PartitionStores stores, int lookUps) {
        this.stores = stores;
        left = new AtomicInteger(lookUps);
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> open(Stage stage) {
        return stores.open(stage);
    }

    @Override
    public ReadOnlyWindowStore<Bytes, byte[]> finals(Stage stage, WindowSize size) {
        left.decrementAndGet();
        return stores.finals(stage, size);
    }

    @Override
    public ReadOnlyKeyValueStore<Integer, Long> promises(Stage stage) {
        if (left.get() <= 0) {
            throw new InvalidStateStoreException("the task has left");
        }
        return stores.promises(stage);
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> baselines() {
        return stores.baselines();
    }
}
