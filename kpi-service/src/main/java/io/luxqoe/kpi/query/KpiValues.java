package io.luxqoe.kpi.query;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.window.OpenWindows;
import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.Watermarks;
import io.luxqoe.kpi.window.WindowSpec;
import io.luxqoe.kpi.window.WindowSums;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the values of one KPI and key from the stores. */
@Component
final class KpiValues {

    /**
     * One window's value.
     *
     * @param start start of the window, inclusive
     * @param end end of the window, exclusive
     * @param status PROVISIONAL or FINAL
     * @param value value in the KPI's unit; null where there are no samples
     * @param samples the denominator
     * @param revision statements published about the window so far
     */
    record Value(
            Instant start, Instant end, KpiWindowStatus status, @Nullable Double value, long samples, int revision) {}

    /**
     * The values of a range.
     *
     * @param watermark how far the key's partition has come; null before the first window closed
     * @param values windows with events, by their start
     */
    record Range(@Nullable Instant watermark, List<Value> values) {}

    private final WindowStores.Finder finder;
    private final WindowSpec window;

    KpiValues(WindowStores.Finder finder, WindowSpec window) {
        this.finder = finder;
        this.window = window;
    }

    /**
     * Values of the windows that start in a range.
     *
     * @param from inclusive, epoch ms
     * @param to exclusive, epoch ms
     * @throws StoresUnavailableException if this instance cannot read them now
     */
    Range read(Kpi kpi, SeriesKey series, long from, long to) {
        WindowStores stores = finder.of(series);
        try {
            // A window may become final between the two reads: the final one, read last, holds.
            Map<Long, Value> values = new TreeMap<>();
            readOpen(stores, kpi, series, from, to, values);
            readFinal(stores, kpi, series, from, to, values);
            long watermark = Watermarks.least(stores.promises(), window.inputPartitions());
            return new Range(
                    watermark == Watermarks.NONE ? null : Instant.ofEpochMilli(watermark),
                    new ArrayList<>(values.values()));
        } catch (InvalidStateStoreException e) {
            throw new StoresUnavailableException("the task of this key moved while it was read");
        }
    }

    private void readOpen(WindowStores stores, Kpi kpi, SeriesKey series, long from, long to, Map<Long, Value> into) {
        Long oldest = OpenWindows.oldest(stores.open());
        Long newest = OpenWindows.newest(stores.open());
        if (oldest == null || newest == null) {
            return;
        }
        byte[] key = series.toBytes();
        long last = Math.min(newest, to - 1);
        long first = Math.max(oldest, Watermarks.windowStart(from + window.sizeMs() - 1, window.sizeMs()));
        for (long start = first; start <= last; start += window.sizeMs()) {
            byte[] sums = stores.open().get(OpenWindows.key(start, key));
            if (sums != null) {
                into.put(start, value(kpi, start, WindowSums.fromBytes(sums), KpiWindowStatus.PROVISIONAL));
            }
        }
    }

    private void readFinal(WindowStores stores, Kpi kpi, SeriesKey series, long from, long to, Map<Long, Value> into) {
        try (WindowStoreIterator<byte[]> windows = stores.finals()
                .fetch(Bytes.wrap(series.toBytes()), Instant.ofEpochMilli(from), Instant.ofEpochMilli(to - 1))) {
            while (windows.hasNext()) {
                KeyValue<Long, byte[]> entry = windows.next();
                into.put(entry.key, value(kpi, entry.key, WindowSums.fromBytes(entry.value), KpiWindowStatus.FINAL));
            }
        }
    }

    private Value value(Kpi kpi, long start, WindowSums sums, KpiWindowStatus status) {
        KpiValue computed = kpi.of(sums.sums());
        return new Value(
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(start + window.sizeMs()),
                status,
                computed.getValue(),
                computed.getSamples(),
                sums.revision());
    }
}
