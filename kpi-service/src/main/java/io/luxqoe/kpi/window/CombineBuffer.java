package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.completeness.Contributors;
import io.luxqoe.kpi.measurement.Contribution;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.kpi.measurement.Tally;
import io.luxqoe.schemas.EnrichedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events since the last drain add, by series and window, in plain maps. */
final class CombineBuffer {

    /** Takes one series and window at a drain. */
    interface Drain {
        void accept(SeriesKey key, Combined.Partial partial);
    }

    private final List<Axis> axes;
    private final WindowSize size;
    private final Map<MeasurementFamily, AxisMap[]> families = new HashMap<>();
    private final Contribution contribution = new Contribution();

    /** Source of the last event, the same object for all events of a block. */
    private String source = "";

    CombineBuffer(List<Axis> axes, WindowSize size) {
        this.axes = axes;
        this.size = size;
    }

    void add(MeasurementFamily family, EnrichedEvent event, long windowStart, long rawTime) {
        contribution.clear();
        family.measure(event, contribution);
        String eventSource = event.getEvent().getSource();
        source = source.equals(eventSource) ? source : eventSource;
        AxisMap[] maps = families.computeIfAbsent(family, this::emptyMaps);
        for (AxisMap map : maps) {
            Cell cell = map.cell(event, windowStart);
            cell.newestRawTime = Math.max(cell.newestRawTime, rawTime);
            cell.events++;
            cell.contributors.add(source);
            contribution.addTo(cell.tally);
        }
    }

    /** Gives up everything that was added. */
    void drainTo(Drain drain) {
        families.forEach((family, maps) -> {
            for (AxisMap map : maps) {
                map.drainTo(family, size, drain);
            }
        });
    }

    private AxisMap[] emptyMaps(MeasurementFamily family) {
        return axes.stream()
                .filter(axis -> axis.appliesTo(family.id()))
                .map(AxisMap::new)
                .toArray(AxisMap[]::new);
    }

    private static final class AxisMap {
        private final Axis axis;
        private final Map<String, Cell> newestWindows = new HashMap<>();

        AxisMap(Axis axis) {
            this.axis = axis;
        }

        Cell cell(EnrichedEvent event, long windowStart) {
            String value = axis.valueOf(event);
            Cell cell = newestWindows.get(value);
            for (Cell other = cell; other != null; other = other.next) {
                if (other.windowStart == windowStart) {
                    return other;
                }
            }
            Cell fresh = new Cell(windowStart, cell);
            newestWindows.put(value, fresh);
            return fresh;
        }

        void drainTo(MeasurementFamily family, WindowSize size, Drain drain) {
            String axisId = axis.id();
            newestWindows.forEach((value, newest) -> {
                SeriesKey key = new SeriesKey(family.id(), axisId, value);
                for (Cell cell = newest; cell != null; cell = cell.next) {
                    drain.accept(
                            key,
                            new Combined.Partial(
                                    size.id(),
                                    cell.windowStart,
                                    cell.newestRawTime,
                                    cell.events,
                                    cell.tally,
                                    cell.contributors,
                                    Combined.Folded.NONE));
                }
            });
            newestWindows.clear();
        }
    }

    /** One window of one series; the few windows that are open at once are a list. */
    private static final class Cell {
        private final long windowStart;
        private final Tally tally = new Tally();
        private final Contributors contributors = new Contributors();
        private final @Nullable Cell next;
        private long newestRawTime = Long.MIN_VALUE;
        private long events;

        Cell(long windowStart, @Nullable Cell next) {
            this.windowStart = windowStart;
            this.next = next;
        }
    }
}
