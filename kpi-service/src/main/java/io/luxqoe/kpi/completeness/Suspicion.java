package io.luxqoe.kpi.completeness;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether a window may be incomplete, and why.
 *
 * @param reasons sorted and of a stable form: {@code lost-numbers: msc-paris-1 (12)} with how many numbers, records or
 *     events, {@code silent: msc-lyon-2 since 2026-11-21T12:00:00Z} with the source's highest event time before; of more
 *     than {@value #MOST_REASONS} the last says how many more there are
 */
public record Suspicion(List<String> reasons) {

    /** So many reasons are given at most. */
    public static final int MOST_REASONS = 16;

    /** Nothing is known to be missing. */
    public static final Suspicion NONE = new Suspicion(List.of());

    /** The reasons do not change. */
    public Suspicion {
        reasons = List.copyOf(reasons);
    }

    /** Whether there is a reason. */
    public boolean suspect() {
        return !reasons.isEmpty();
    }

    /** All reasons of two. */
    public static Suspicion of(List<String> some, List<String> others) {
        if (others.isEmpty()) {
            return some.isEmpty() ? NONE : new Suspicion(some);
        }
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return of(all);
    }

    static Suspicion of(SortedSet<String> all) {
        if (all.size() <= MOST_REASONS) {
            return all.isEmpty() ? NONE : new Suspicion(List.copyOf(all));
        }
        List<String> first =
                new ArrayList<>(all.stream().limit(MOST_REASONS - 1).toList());
        first.add("and " + (all.size() - first.size()) + " more");
        return new Suspicion(first);
    }
}
