package io.luxqoe.kpi.window;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.WindowStore;

/** The final windows of a task, in a window store for each size. */
final class FinalWindows {

    private final Map<WindowSize, WindowStore<Bytes, byte[]>> stores = new HashMap<>();

    FinalWindows(ProcessingContext context, Stage stage, WindowSizes sizes) {
        for (WindowSize size : sizes.all()) {
            stores.put(size, context.getStateStore(stage.finalWindows(size)));
        }
    }

    void put(OpenWindow window) {
        WindowStore<Bytes, byte[]> store = stores.get(window.size());
        if (store == null) {
            throw new IllegalArgumentException(
                    "no store for windows of " + window.size().id());
        }
        store.put(Bytes.wrap(window.series().toBytes()), window.state().toBytes(), window.start());
    }
}
