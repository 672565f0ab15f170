package io.luxqoe.kpi.window;

import io.luxqoe.kpi.window.Accumulated.Statement;
import io.luxqoe.kpi.window.Combined.Partial;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToAccumulate;
import io.luxqoe.schemas.KpiWindowStatus;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds up what the accumulate tasks folded into {@code other}, a window of each size by itself, and states each FINAL, once,
 * when all accumulate tasks have closed it.
 */
final class OthersProcessor implements Processor<SeriesKey, ToAccumulate, SeriesKey, Accumulated> {

    private final WindowSpec spec;
    private final Statements statements;
    private final WindowMeters meters;

    private ProcessorContext<SeriesKey, Accumulated> context;
    private OpenWindows open;
    private FinalWindows finals;
    private LaneWatermarks watermarks;

    @SuppressWarnings("NullAway.Init") // init comes before all else
    OthersProcessor(WindowSpec spec, Statements statements, WindowMeters meters) {
        this.spec = spec;
        this.statements = statements;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<SeriesKey, Accumulated> processorContext) {
        context = processorContext;
        finals = new FinalWindows(context, Stage.OTHERS, spec.sizes());
        KeyValueStore<Integer, Long> promises = context.getStateStore(Stage.OTHERS.promises());
        watermarks = new LaneWatermarks(promises, spec.partitions(), spec.partitions());
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(Stage.OTHERS.openWindows());
        open = new OpenWindows(store, spec.sizes());
        BeforeCommit beforeCommit = context.getStateStore(Stage.OTHERS.beforeCommit());
        beforeCommit.call(context, open::save);
    }

    @Override
    public void process(Record<SeriesKey, ToAccumulate> message) {
        if (message.value() instanceof Partial partial) {
            spec.sizes().named(partial.size()).ifPresent(size -> open.open(message.key(), size, partial.windowStart())
                    .state()
                    .merge(partial));
        } else if (message.value() instanceof Promise promise) {
            if (watermarks.hear(promise)) {
                close(watermarks.laneOf(promise));
            }
        }
    }

    /** At once: these windows are one for each family, axis, size and start. */
    private void close(Lane lane) {
        long watermark = watermarks.of(lane);
        for (List<OpenWindow> due = open.takeDue(lane, watermark, spec.graceMs());
                !due.isEmpty();
                due = open.takeDue(lane, watermark, spec.graceMs())) {
            for (OpenWindow window : due) {
                stateFinal(window, watermark);
                open.forget(window);
            }
        }
        watermarks.closed(lane, watermark);
    }

    private void stateFinal(OpenWindow window, long watermark) {
        window.state().stated(watermark);
        finals.put(window);
        meters.stated(true);
        context.forward(new Record<>(
                window.series(),
                new Statement(
                        window.size(), statements.about(window, KpiWindowStatus.FINAL, statements.values(window))),
                context.currentSystemTimeMs()));
    }
}
