package io.luxqoe.kpi.window;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.completeness.Suspicion;
import io.luxqoe.kpi.window.Combined.Folded;
import io.luxqoe.kpi.window.Combined.Partial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps an axis within its bound. When windows are closed, those with the fewest events beyond the bound fold into
 * {@value Axis#OTHER}; between equals the key decides. A task keeps its share of an axis that is spread over the tasks, and
 * all of one that is not.
 *
 * <p>Coarser windows are built before anything is folded and fold by their own counts, so that the hour of a key lacks none
 * of its minutes. While windows are open, a task admits {@value #OPEN_FACTOR} times its share of keys to the coarsest
 * window; what comes beyond is counted under {@code other} from its first event on, which bounds the memory.
 */
final class Folding {

    /** How many times its share of keys a task holds open. */
    static final int OPEN_FACTOR = 4;

    /** What is under other already comes last, whatever its size. */
    private static final Comparator<OpenWindow> LARGEST_FIRST = Comparator.comparing(Folding::isOther)
            .thenComparing((OpenWindow window) -> window.state().events(), Comparator.reverseOrder())
            .thenComparing(window -> window.series().value());

    /**
     * What is to become of a window.
     *
     * @param window the window
     * @param folds whether it goes under other
     */
    record Verdict(OpenWindow window, boolean folds) {}

    private record AxisOf(String family, String axis) {}

    private record Opened(String family, String axis, long start) {}

    private final Map<String, Integer> shares = new HashMap<>();
    private final Map<Opened, Integer> open = new HashMap<>();

    Folding(List<Axis> axes, int partitions) {
        axes.forEach(axis -> shares.put(
                axis.id(), axis.isWhole() ? axis.maxKeys() : (axis.maxKeys() + partitions - 1) / partitions));
    }

    /** Whether one more key may open its coarsest window. */
    boolean admits(SeriesKey series, long coarsestStart) {
        Integer share = shares.get(series.axis());
        return share == null
                || open.getOrDefault(new Opened(series.family(), series.axis(), coarsestStart), 0)
                        < (long) share * OPEN_FACTOR;
    }

    /** To be told of each coarsest window that is opened. */
    void opened(SeriesKey series, long coarsestStart) {
        open.merge(new Opened(series.family(), series.axis(), coarsestStart), 1, Integer::sum);
    }

    /** To be told when the coarsest windows of a lane are closed. */
    void closed(Lane lane, long coarsestStart) {
        open.keySet().removeIf(each -> each.start() == coarsestStart && Lane.of(each.family()) == lane);
    }

    /**
     * Judges windows of one size and start. Of each family and axis those that fold come first: if what is left of the list
     * is judged anew, after a failure, the verdicts are the same.
     */
    List<Verdict> judge(List<OpenWindow> windows) {
        Map<AxisOf, List<OpenWindow>> byAxis = new LinkedHashMap<>();
        for (OpenWindow window : windows) {
            SeriesKey series = window.series();
            byAxis.computeIfAbsent(new AxisOf(series.family(), series.axis()), fresh -> new ArrayList<>())
                    .add(window);
        }
        List<Verdict> verdicts = new ArrayList<>(windows.size());
        byAxis.forEach((axis, ofAxis) -> {
            ofAxis.sort(LARGEST_FIRST);
            int apart = Math.min(
                    shares.getOrDefault(axis.axis(), Integer.MAX_VALUE),
                    ofAxis.size() - (isOther(ofAxis.get(ofAxis.size() - 1)) ? 1 : 0));
            ofAxis.subList(apart, ofAxis.size()).forEach(window -> verdicts.add(new Verdict(window, true)));
            ofAxis.subList(0, apart).forEach(window -> verdicts.add(new Verdict(window, false)));
        });
        return verdicts;
    }

    /** The key that a series goes under when it is folded. */
    static SeriesKey otherOf(SeriesKey series) {
        return new SeriesKey(series.family(), series.axis(), Axis.OTHER);
    }

    /** The sum of windows of one size and start. */
    static Partial sum(List<OpenWindow> windows) {
        WindowState sum = WindowState.empty();
        List<String> reasons = List.of();
        int keys = 0;
        for (OpenWindow window : windows) {
            sum.merge(window.state());
            reasons = Suspicion.of(reasons, window.state().reasons()).reasons();
            keys += isOther(window) ? 0 : 1;
        }
        OpenWindow any = windows.get(0);
        return new Partial(
                any.size().id(),
                any.start(),
                sum.newestRawTime(),
                sum.events(),
                sum.tally(),
                sum.contributors(),
                new Folded(sum.foldedKeys() + keys, reasons));
    }

    private static boolean isOther(OpenWindow window) {
        return window.series().value().equals(Axis.OTHER);
    }
}
