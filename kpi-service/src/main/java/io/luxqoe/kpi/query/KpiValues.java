package io.luxqoe.kpi.query;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.window.ReadWindow;
import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.Watermarks;
import io.luxqoe.kpi.window.WindowReader;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
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

    KpiValues(WindowStores.Finder finder) {
        this.finder = finder;
    }

    /**
     * Values of the windows that start in a range.
     *
     * @param from inclusive, epoch ms
     * @param to exclusive, epoch ms
     * @throws StoresUnavailableException if this instance cannot read them now
     */
    Range read(Kpi kpi, SeriesKey series, WindowSize size, long from, long to) {
        try {
            WindowReader reader = finder.of(series);
            List<Value> values = reader.ofSeries(series, size, from, to).stream()
                    .map(window -> value(kpi, window))
                    .toList();
            long watermark = reader.watermark(series.family());
            return new Range(watermark == Watermarks.NONE ? null : Instant.ofEpochMilli(watermark), values);
        } catch (InvalidStateStoreException e) {
            throw new StoresUnavailableException("the task of this key is not here, or moved: " + e.getMessage());
        }
    }

    private static Value value(Kpi kpi, ReadWindow window) {
        KpiValue computed = kpi.of(window.state().tally());
        return new Value(
                Instant.ofEpochMilli(window.start()),
                Instant.ofEpochMilli(window.end()),
                window.isFinal() ? KpiWindowStatus.FINAL : KpiWindowStatus.PROVISIONAL,
                computed.getValue(),
                computed.getSamples(),
                window.state().revision());
    }
}
