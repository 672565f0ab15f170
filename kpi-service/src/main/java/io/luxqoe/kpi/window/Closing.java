package io.luxqoe.kpi.window;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Closes the windows that are due, some at a time, since all that one promise releases may be more than fits into a
 * transaction. Whatever is not closed yet is open, in the store too: a task that dies between two slices goes on as if the
 * rest were all.
 */
final class Closing {

    /** What is done with the windows. */
    interface Outcome {

        /** A window keeps its key. */
        void keep(OpenWindow window);

        /** Windows of one size, start, family and axis go under one key. */
        void fold(SeriesKey other, List<OpenWindow> windows);

        /** All windows of a lane are closed that are closed at a watermark. */
        void closedTo(Lane lane, long watermark);
    }

    private final OpenWindows open;
    private final Folding folding;
    private final LaneWatermarks watermarks;
    private final WindowSpec spec;
    private final Outcome outcome;
    private final Map<Lane, Deque<Folding.Verdict>> begun = new EnumMap<>(Lane.class);

    Closing(OpenWindows open, Folding folding, LaneWatermarks watermarks, WindowSpec spec, Outcome outcome) {
        this.open = open;
        this.folding = folding;
        this.watermarks = watermarks;
        this.spec = spec;
        this.outcome = outcome;
    }

    /** Closes at most so many windows; what is due beyond waits for the next call. Returns how many it closed. */
    int some(int limit) {
        int closed = 0;
        for (Lane lane : Lane.values()) {
            closed += some(lane, limit - closed);
        }
        return closed;
    }

    private int some(Lane lane, int limit) {
        Deque<Folding.Verdict> verdicts = begun.computeIfAbsent(lane, fresh -> new ArrayDeque<>());
        int closed = 0;
        while (closed < limit && (!verdicts.isEmpty() || takeDue(lane, verdicts))) {
            closed += slice(lane, verdicts, limit - closed);
        }
        long closedTo = verdicts.isEmpty()
                ? Math.min(watermarks.of(lane), open.firstEnd(lane) + spec.graceMs())
                : verdicts.element().window().end() + spec.graceMs();
        if (closedTo > watermarks.closedTo(lane)) {
            watermarks.closed(lane, closedTo);
            outcome.closedTo(lane, closedTo);
        }
        return closed;
    }

    private boolean takeDue(Lane lane, Deque<Folding.Verdict> verdicts) {
        verdicts.addAll(folding.judge(open.takeDue(lane, watermarks.of(lane), spec.graceMs())));
        return !verdicts.isEmpty();
    }

    private int slice(Lane lane, Deque<Folding.Verdict> verdicts, int limit) {
        OpenWindow any = verdicts.element().window();
        Map<SeriesKey, List<OpenWindow>> folded = new LinkedHashMap<>();
        int closed = 0;
        for (; closed < limit && !verdicts.isEmpty(); closed++) {
            Folding.Verdict verdict = verdicts.remove();
            if (verdict.folds()) {
                folded.computeIfAbsent(Folding.otherOf(verdict.window().series()), fresh -> new ArrayList<>())
                        .add(verdict.window());
            } else {
                outcome.keep(verdict.window());
                open.forget(verdict.window());
            }
        }
        folded.forEach((other, windows) -> {
            outcome.fold(other, windows);
            windows.forEach(open::forget);
        });
        if (verdicts.isEmpty() && any.size().equals(spec.sizes().coarsest())) {
            folding.closed(lane, any.start());
        }
        return closed;
    }
}
