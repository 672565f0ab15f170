package io.luxqoe.kpi.video;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which session ids are to be looked at, and when: by the bound at which the first of their sessions may end. A session
 * that grew meanwhile is looked at once in vain, instead of being moved with each of its reports.
 */
final class DueSessions {

    private record Due(long bound, String id) {}

    private final Map<String, Long> bounds = new HashMap<>();
    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparingLong(Due::bound).thenComparing(Due::id));

    /** An id is to be looked at when the bound is this, if not before. */
    void add(String id, long bound) {
        Long known = bounds.get(id);
        if (known == null || bound < known) {
            bounds.put(id, bound);
            queue.add(new Due(bound, id));
        }
    }

    /** The least bound at which an id is to be looked at; the greatest number if there is none. */
    long least() {
        while (!queue.isEmpty() && isStale(queue.element())) {
            queue.remove();
        }
        return queue.isEmpty() ? Long.MAX_VALUE : queue.element().bound();
    }

    /** Takes out the id of the {@linkplain #least least} bound. */
    String take() {
        least();
        Due due = queue.remove();
        bounds.remove(due.id());
        return due.id();
    }

    private boolean isStale(Due due) {
        Long bound = bounds.get(due.id());
        return bound == null || bound != due.bound();
    }
}
