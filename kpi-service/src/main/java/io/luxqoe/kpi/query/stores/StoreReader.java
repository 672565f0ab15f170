package io.luxqoe.kpi.query.stores;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.query.read.Baseline;
import io.luxqoe.kpi.query.read.KeyOrder;
import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.query.read.WindowGrid;
import io.luxqoe.kpi.window.PartitionStores;
import io.luxqoe.kpi.window.ReadWindow;
import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.SeriesPartitions;
import io.luxqoe.kpi.window.Stage;
import io.luxqoe.kpi.window.Watermarks;
import io.luxqoe.kpi.window.WindowReader;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.kpi.window.WindowSpec;
import io.luxqoe.schemas.KpiValue;
import io.luxqoe.schemas.KpiWindowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads the stores of the accumulate tasks. */
final class StoreReader implements KpiReader {

    private final IntFunction<PartitionStores> finder;
    private final WindowSpec spec;
    private final SeriesPartitions partitions;
    private final KpiCatalogue catalogue;

    /** @param finder the stores of a partition; throws if they are not here, as these do when they leave */
    StoreReader(IntFunction<PartitionStores> finder, WindowSpec spec, List<Axis> axes, KpiCatalogue catalogue) {
        this.finder = finder;
        this.spec = spec;
        this.catalogue = catalogue;
        partitions = new SeriesPartitions(axes, spec.partitions());
    }

    @Override
    public List<WindowGrid> windows() {
        return spec.sizes().all().stream().<WindowGrid>map(Grid::new).toList();
    }

    @Override
    public int partitionOf(Subject subject, String key) {
        return partitions.of(seriesOf(subject, key));
    }

    @Override
    public Set<Integer> partitionsOf(String family, String axis) {
        return partitions.isWhole(axis)
                ? Set.of(partitions.of(new SeriesKey(family, axis, "")))
                : IntStream.range(0, spec.partitions()).boxed().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Standing standing(int partition, String family, String window) {
        return reading(partition, reader -> {
            long watermark = reader.watermark(family);
            return watermark == Watermarks.NONE
                    ? new Standing(Standing.NONE, Standing.NONE, 0)
                    : new Standing(watermark, watermark - spec.grace().toMillis() - 1, 0);
        });
    }

    @Override
    public List<KpiPoint> series(int partition, Subject subject, String key, Starts range) {
        SeriesKey series = seriesOf(subject, key);
        Kpi kpi = kpiOf(subject);
        return reading(partition, reader -> reader.ofSeries(series, sizeOf(subject), range.from(), range.to()).stream()
                .limit(range.limit())
                .map(window -> compared(kpi, window, reader))
                .toList());
    }

    @Override
    public void window(int partition, Subject subject, long start, Consumer<KpiPoint> points) {
        Kpi kpi = kpiOf(subject);
        List<KpiPoint> read = reading(partition, reader -> {
            List<KpiPoint> found = new ArrayList<>();
            reader.forEachAt(
                    subject.family(),
                    subject.axis(),
                    sizeOf(subject),
                    start,
                    window -> found.add(point(window, kpi.of(window.state().tally()))));
            return found;
        });
        read.forEach(points);
    }

    @Override
    public List<String> keys(int partition, String family, String axis, Keys range) {
        String after = range.after();
        return reading(partition, reader -> reader.keys(family, axis, range.prefix()).stream()
                .filter(key -> after == null || KeyOrder.BY_CODE_POINT.compare(key, after) > 0)
                .sorted(KeyOrder.BY_CODE_POINT)
                .limit(range.limit())
                .toList());
    }

    /** A task that moves closes its stores, which then look empty: what was read counts if they are still there. */
    private <T> T reading(int partition, Function<WindowReader, T> read) {
        PartitionStores stores = finder.apply(partition);
        T found = read.apply(new WindowReader(stores, spec));
        stores.promises(Stage.KEYS);
        return found;
    }

    private static KpiPoint compared(Kpi kpi, ReadWindow window, WindowReader reader) {
        KpiValue value = kpi.of(window.state().tally());
        reader.usual(window).ifPresent(usual -> usual.compare(kpi, value));
        return point(window, value);
    }

    private static KpiPoint point(ReadWindow window, KpiValue value) {
        return new KpiPoint(
                window.series().value(),
                Instant.ofEpochMilli(window.start()),
                Instant.ofEpochMilli(window.end()),
                window.isFinal() ? KpiWindowStatus.FINAL : KpiWindowStatus.PROVISIONAL,
                window.state().revision(),
                value.getValue(),
                value.getSamples(),
                value.getFewSamples(),
                !window.state().reasons().isEmpty(),
                window.state().reasons(),
                Baseline.of(value.getBaseline()));
    }

    private static SeriesKey seriesOf(Subject subject, String key) {
        return new SeriesKey(subject.family(), subject.axis(), key);
    }

    private Kpi kpiOf(Subject subject) {
        return catalogue.named(subject.kpi()).orElseThrow();
    }

    private WindowSize sizeOf(Subject subject) {
        return spec.sizes().named(subject.window()).orElseThrow();
    }

    private record Grid(WindowSize size) implements WindowGrid {
        @Override
        public String id() {
            return size.id();
        }

        @Override
        public Duration hop() {
            return size.hop();
        }

        @Override
        public long startOf(long time) {
            return size.startOf(time);
        }

        @Override
        public long endOf(long start) {
            return size.endOf(start);
        }
    }
}
