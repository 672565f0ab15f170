package io.luxqoe.kpi.window;

import io.luxqoe.kpi.baseline.Baseline;
import io.luxqoe.kpi.baseline.Teaching;
import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.schemas.Alarm;
import io.luxqoe.schemas.KpiValue;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * What is usual for the series of a task: compares final windows with it, and lets them teach it some time later, unless an
 * alarm was raised about them, a planned work covered one of their events, or they are suspect. A few at a time, so that the
 * thousands of series of an hour do not hold up the windows.
 */
final class Baselines {

    /** Store of the baselines; keys by {@link BaselineKey}. */
    static final String STORE = "baselines";

    /** Store of the hours of series that are still to teach, by when they are due. */
    static final String DUE = "baseline-due";

    /** Global table of the alarms. */
    static final String ALARMS = "alarms";

    private static final int AT_ONCE = 500;
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final byte[] NOTHING = {};

    private final BaselineSpec spec;
    private final KpiCatalogue catalogue;
    private final FinalWindows finals;
    private final KeyValueStore<Bytes, byte[]> store;
    private final KeyValueStore<Bytes, byte[]> due;
    private final ReadOnlyKeyValueStore<String, ValueAndTimestamp<Alarm>> alarms;

    /** Where {@link #forgetSome} goes on; null at the beginning. */
    private @Nullable Bytes cursor;

    Baselines(ProcessingContext context, BaselineSpec spec, KpiCatalogue catalogue, FinalWindows finals) {
        this.spec = spec;
        this.catalogue = catalogue;
        this.finals = finals;
        this.store = context.getStateStore(STORE);
        this.due = context.getStateStore(DUE);
        this.alarms = context.getStateStore(ALARMS);
    }

    /**
     * Puts into the values of a final window what is usual, and notes that the window is to teach. In an hour that comes
     * twice the second is not compared: the first may have taught by then, or not yet.
     */
    void compare(OpenWindow window, List<KpiValue> values) {
        Teaching teaching = spec.teachings().get(window.size());
        if (teaching == null) {
            return;
        }
        due.put(dueKey(window), NOTHING);
        if (spec.hours().isRepeated(Instant.ofEpochMilli(window.start()))) {
            return;
        }
        byte[] octets = store.get(BaselineKey.of(window.series(), window.size(), window.start(), spec.hours()));
        if (octets != null) {
            Baseline baseline = Baseline.fromBytes(octets);
            for (KpiValue value : values) {
                catalogue.named(value.getKpi()).ifPresent(kpi -> compare(baseline, kpi, value, teaching));
            }
        }
    }

    /** Puts into a value of a KPI what a baseline says of it. */
    static void compare(Baseline baseline, Kpi kpi, KpiValue value, Teaching teaching) {
        value.setBaseline(baseline.compare(kpi.id(), value.getValue(), leastStddev(kpi), teaching));
    }

    /** Lets some of the series teach whose time has come by the watermarks of their lanes. */
    void teachSome(ToLongFunction<Lane> watermarks) {
        List<Bytes> taught = new ArrayList<>();
        AlarmedTimes alarmed = null;
        try (KeyValueIterator<Bytes, byte[]> entries = due.all()) {
            while (entries.hasNext() && taught.size() < AT_ONCE) {
                Bytes key = entries.next().key;
                long hour = ByteBuffer.wrap(key.get()).getLong() ^ Long.MIN_VALUE;
                SeriesKey series = seriesOf(key);
                if (hour + HOUR + spec.teachAfter().toMillis() < watermarks.applyAsLong(Lane.of(series.family()))) {
                    alarmed = alarmed == null ? new AlarmedTimes(alarms) : alarmed;
                    teach(series, hour, alarmed);
                    taught.add(key);
                }
            }
        }
        taught.forEach(due::delete);
    }

    /** Forgets some of the hours that nothing taught for long, going round through all of them. */
    void forgetSome(long watermark) {
        int oldest = spec.hours().week(Instant.ofEpochMilli(watermark)) - spec.keepWeeks();
        List<Bytes> forgotten = new ArrayList<>();
        int seen = 0;
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(cursor, null)) {
            cursor = null;
            while (entries.hasNext() && cursor == null) {
                KeyValue<Bytes, byte[]> entry = entries.next();
                if (Baseline.fromBytes(entry.value).lastWeek() < oldest) {
                    forgotten.add(entry.key);
                }
                cursor = ++seen < AT_ONCE ? null : entry.key;
            }
        }
        forgotten.forEach(store::delete);
    }

    private void teach(SeriesKey series, long hour, AlarmedTimes alarmed) {
        spec.teachings().forEach((size, teaching) -> {
            Bytes key = BaselineKey.of(series, size, hour, spec.hours());
            byte[] octets = store.get(key);
            Baseline baseline = octets == null ? new Baseline() : Baseline.fromBytes(octets);
            int week = spec.hours().week(Instant.ofEpochMilli(hour));
            boolean changed = false;
            for (Map.Entry<Long, WindowState> window :
                    finals.of(series, size, hour, hour + HOUR - 1).entrySet()) {
                long end = size.endOf(window.getKey());
                if (mayTeach(series, window.getValue()) && !alarmed.cover(series, window.getKey(), end)) {
                    changed |= teach(baseline, series, window.getValue().tally(), week, teaching);
                }
            }
            if (changed) {
                store.put(key, baseline.toBytes());
            }
        });
    }

    private boolean teach(Baseline baseline, SeriesKey series, Tally tally, int week, Teaching teaching) {
        boolean taught = false;
        for (Kpi kpi : catalogue.ofFamily(series.family())) {
            KpiValue value = kpi.of(tally);
            if (value.getValue() != null && !value.getFewSamples()) {
                baseline.teach(kpi.id(), week, value.getValue(), teaching);
                taught = true;
            }
        }
        return taught;
    }

    private static boolean mayTeach(SeriesKey series, WindowState window) {
        return window.reasons().isEmpty()
                && MeasurementFamilies.named(series.family()).stream()
                        .noneMatch(family -> family.eventsUnderPlannedWork(window.tally()) > 0);
    }

    /** A share that never varied, or a count, still moves by so much without meaning. */
    private static double leastStddev(Kpi kpi) {
        if (!kpi.unit().equals("1")) {
            return 0;
        }
        return kpi.minimumSamples() == 0 ? 1 : 0.01;
    }

    private static Bytes dueKey(OpenWindow window) {
        long hour = Math.floorDiv(window.start(), HOUR) * HOUR;
        byte[] series = window.series().toBytes();
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + series.length)
                .putLong(hour ^ Long.MIN_VALUE)
                .put(series)
                .array());
    }

    private static SeriesKey seriesOf(Bytes dueKey) {
        byte[] octets = dueKey.get();
        return SeriesKey.fromBytes(Arrays.copyOfRange(octets, Long.BYTES, octets.length));
    }
}
