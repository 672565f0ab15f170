package io.luxqoe.kpi.window;

import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.measurement.Measurement;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.kpi.window.Combined.Partial;
import io.luxqoe.kpi.window.Combined.Promise;
import io.luxqoe.kpi.window.Combined.ToAccumulate;
import io.luxqoe.schemas.KpiKey;
import io.luxqoe.schemas.KpiWindow;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;

/**
 * Second phase: merges the partials of all combine tasks into the windows of its keys. A window is stated PROVISIONAL at
 * a pace while it changes, and FINAL once, when the least of the tasks' promises has passed its end plus grace.
 */
final class AccumulateProcessor implements Processor<SeriesKey, ToAccumulate, KpiKey, KpiWindow> {

    static final String OPEN_WINDOWS = "open-windows";
    static final String FINAL_WINDOWS = "kpi-windows";
    static final String PROMISES = "task-promises";

    private final WindowSpec window;
    private final KpiCatalogue catalogue;
    private final WindowMeters meters;
    private final Set<Bytes> unstated = new LinkedHashSet<>();

    private ProcessorContext<KpiKey, KpiWindow> context;
    private KeyValueStore<Bytes, byte[]> open;
    private WindowStore<Bytes, byte[]> finals;
    private KeyValueStore<Integer, Long> promises;
    private long watermark;

    @SuppressWarnings("NullAway.Init") // init comes before all else
    AccumulateProcessor(WindowSpec window, KpiCatalogue catalogue, WindowMeters meters) {
        this.window = window;
        this.catalogue = catalogue;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<KpiKey, KpiWindow> processorContext) {
        context = processorContext;
        open = context.getStateStore(OPEN_WINDOWS);
        finals = context.getStateStore(FINAL_WINDOWS);
        promises = context.getStateStore(PROMISES);
        watermark = Watermarks.least(promises, window.inputPartitions());
        try (KeyValueIterator<Bytes, byte[]> windows = open.all()) {
            windows.forEachRemaining(entry -> unstated.add(entry.key));
        }
        context.schedule(window.publishEvery(), PunctuationType.WALL_CLOCK_TIME, this::stateProvisional);
    }

    @Override
    public void process(Record<SeriesKey, ToAccumulate> message) {
        if (message.value() instanceof Partial partial) {
            merge(message.key(), partial);
        } else if (message.value() instanceof Promise promise) {
            promises.put(promise.task(), promise.watermark());
            advanceTo(Watermarks.least(promises, window.inputPartitions()));
        }
    }

    private void merge(SeriesKey key, Partial partial) {
        if (Watermarks.closed(partial.windowStart() + window.sizeMs(), window.graceMs(), watermark)) {
            // A combine task broke its promise. The record goes to the dead letter; it must not vanish.
            throw new IllegalStateException("partial for a window that is final: start "
                    + Instant.ofEpochMilli(partial.windowStart()) + ", watermark " + Instant.ofEpochMilli(watermark));
        }
        Bytes windowKey = OpenWindows.key(partial.windowStart(), key.toBytes());
        byte[] before = open.get(windowKey);
        WindowSums sums = before == null ? WindowSums.empty(partial.sums().length) : WindowSums.fromBytes(before);
        open.put(windowKey, sums.plus(partial).toBytes());
        unstated.add(windowKey);
    }

    private void advanceTo(long reached) {
        if (reached <= watermark) {
            return;
        }
        watermark = reached;
        OpenWindows.close(open, window, watermark, (key, sums) -> {
            WindowSums last = sums.stated(watermark);
            finals.put(Bytes.wrap(OpenWindows.seriesKey(key)), last.toBytes(), OpenWindows.windowStart(key));
            unstated.remove(key);
            state(key, last, KpiWindowStatus.FINAL, context.currentSystemTimeMs());
        });
    }

    private void stateProvisional(long now) {
        for (Bytes key : unstated) {
            byte[] value = open.get(key);
            if (value != null) {
                WindowSums sums = WindowSums.fromBytes(value).stated(watermark);
                open.put(key, sums.toBytes());
                state(key, sums, KpiWindowStatus.PROVISIONAL, now);
            }
        }
        unstated.clear();
    }

    private void state(Bytes key, WindowSums sums, KpiWindowStatus status, long now) {
        SeriesKey series = SeriesKey.fromBytes(OpenWindows.seriesKey(key));
        MeasurementFamily family = MeasurementFamilies.named(series.family()).orElseThrow();
        long start = OpenWindows.windowStart(key);
        KpiWindow stated = KpiWindow.newBuilder()
                .setStart(Instant.ofEpochMilli(start))
                .setEnd(Instant.ofEpochMilli(start + window.sizeMs()))
                .setStatus(status)
                .setRevision(sums.revision())
                .setWatermark(sums.watermark() == Watermarks.NONE ? null : Instant.ofEpochMilli(sums.watermark()))
                .setValues(catalogue.valuesOf(family, sums.sums()))
                .setMeasurements(named(family.names(Measurement.Kind.SUM), sums.sums()))
                .setNewestRawTime(Instant.ofEpochMilli(sums.newestRawTime()))
                .build();
        meters.stated(status == KpiWindowStatus.FINAL);
        context.forward(new Record<>(series.toKpiKey(), stated, now));
    }

    private static Map<String, Long> named(List<String> names, long[] sums) {
        Map<String, Long> named = new TreeMap<>();
        for (int i = 0; i < names.size() && i < sums.length; i++) {
            named.put(names.get(i), sums[i]);
        }
        return named;
    }
}
