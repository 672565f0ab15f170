package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.measurement.Contribution;
import io.luxqoe.kpi.measurement.Measurement;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.schemas.EnrichedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums of the events since the last drain, by series and window, in plain maps. */
final class CombineBuffer {

    /** Takes one series and window at a drain. */
    interface Drain {
        void accept(SeriesKey key, Combined.Partial partial);
    }

    private final List<Axis> axes;
    private final String windowSize;
    private final Map<MeasurementFamily, AxisMap[]> families = new HashMap<>();
    private final Contribution contribution = new Contribution();

    CombineBuffer(List<Axis> axes, String windowSize) {
        this.axes = axes;
        this.windowSize = windowSize;
    }

    void add(MeasurementFamily family, EnrichedEvent event, long windowStart, long rawTime) {
        contribution.clear();
        family.measure(event, contribution);
        AxisMap[] maps = families.computeIfAbsent(family, this::emptyMaps);
        for (AxisMap map : maps) {
            Cell cell = map.cell(event, windowStart);
            cell.newestRawTime = Math.max(cell.newestRawTime, rawTime);
            contribution.addTo(cell.sums);
        }
    }

    /** Gives up everything that was added. */
    void drainTo(Drain drain) {
        families.forEach((family, maps) -> {
            for (AxisMap map : maps) {
                map.drainTo(family, windowSize, drain);
            }
        });
    }

    private AxisMap[] emptyMaps(MeasurementFamily family) {
        return axes.stream()
                .map(axis ->
                        new AxisMap(axis, family.names(Measurement.Kind.SUM).size()))
                .toArray(AxisMap[]::new);
    }

    private static final class AxisMap {
        private final Axis axis;
        private final int measurements;
        private final Map<String, Cell> newestWindows = new HashMap<>();

        AxisMap(Axis axis, int measurements) {
            this.axis = axis;
            this.measurements = measurements;
        }

        Cell cell(EnrichedEvent event, long windowStart) {
            String value = axis.valueOf(event);
            Cell cell = newestWindows.get(value);
            for (Cell other = cell; other != null; other = other.next) {
                if (other.windowStart == windowStart) {
                    return other;
                }
            }
            Cell fresh = new Cell(windowStart, new long[measurements], cell);
            newestWindows.put(value, fresh);
            return fresh;
        }

        void drainTo(MeasurementFamily family, String windowSize, Drain drain) {
            newestWindows.forEach((value, newest) -> {
                SeriesKey key = new SeriesKey(family.id(), axis.id(), value, windowSize);
                for (Cell cell = newest; cell != null; cell = cell.next) {
                    drain.accept(key, new Combined.Partial(cell.windowStart, cell.newestRawTime, cell.sums));
                }
            });
            newestWindows.clear();
        }
    }

    /** One window of one series; the few windows that are open at once are a list. */
    private static final class Cell {
        private final long windowStart;
        private final long[] sums;
        private final @Nullable Cell next;
        private long newestRawTime = Long.MIN_VALUE;

        Cell(long windowStart, long[] sums, @Nullable Cell next) {
            this.windowStart = windowStart;
            this.sums = sums;
            this.next = next;
        }
    }
}
