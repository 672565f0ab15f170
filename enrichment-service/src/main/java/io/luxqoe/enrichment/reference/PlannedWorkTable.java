package io.luxqoe.enrichment.reference;

import io.luxqoe.schemas.CellContext;
import io.luxqoe.schemas.PlannedWorkContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Planned works by the objects they concern. */
final class PlannedWorkTable extends GlobalTable<PlannedWorkTable.Entry, PlannedWorkTable.Index>
        implements PlannedWorks {

    /**
     * A work.
     *
     * @param begin first instant, epoch milliseconds
     * @param end first instant after it, epoch milliseconds
     * @param objects keys of the cells, sites, equipments and regions concerned
     */
    record Entry(long begin, long end, Set<String> objects, PlannedWorkContext context) {}

    /**
     * Both ways to find a work.
     *
     * @param byId touched by the global thread alone
     * @param byObject lists are replaced, never changed
     */
    record Index(Map<String, Entry> byId, Map<String, List<Entry>> byObject) {}

    PlannedWorkTable(String name) {
        this(name, new Changes());
    }

    /** @param changes of all tables that something is made of which is kept */
    PlannedWorkTable(String name, Changes changes) {
        super(name, changes);
    }

    @Override
    public List<PlannedWorkContext> inForce(
            String cellKey, @Nullable CellContext cell, List<String> equipment, Span span) {
        Map<String, List<Entry>> works = content().byObject;
        if (works.isEmpty()) {
            return List.of();
        }
        List<PlannedWorkContext> found = collect(works, cellKey, span, null);
        if (cell != null) {
            found = collect(works, cell.getSite(), span, found);
            for (String each : equipment) {
                found = collect(works, each, span, found);
            }
            found = collect(works, cell.getRegion(), span, found);
        }
        if (found == null) {
            return List.of();
        }
        found.sort(Comparator.comparing(PlannedWorkContext::getWorkId));
        return found;
    }

    private static @Nullable List<PlannedWorkContext> collect(
            Map<String, List<Entry>> works,
            @Nullable String object,
            Span span,
            @Nullable List<PlannedWorkContext> before) {
        List<PlannedWorkContext> found = before;
        for (Entry work : object == null ? List.<Entry>of() : works.getOrDefault(object, List.of())) {
            if (span.meets(work.begin, work.end)) {
                found = found == null ? new ArrayList<>() : found;
                // A work may name a cell and its site: it is one work all the same.
                if (!names(found, work.context.getWorkId())) {
                    found.add(work.context);
                }
            }
        }
        return found;
    }

    private static boolean names(List<PlannedWorkContext> works, String workId) {
        for (PlannedWorkContext work : works) {
            if (work.getWorkId().equals(workId)) {
                return true;
            }
        }
        return false;
    }

    @Override
    void put(String workId, Entry entry) {
        changes().make(() -> keep(workId, entry));
    }

    private void keep(String workId, Entry entry) {
        Entry before = content().byId.put(workId, entry);
        // One step for each object, so that no reader finds the work gone while it changes.
        for (String object : entry.objects) {
            content().byObject.merge(object, List.of(entry), (works, added) -> changed(works, before, entry));
        }
        if (before != null) {
            before.objects.stream()
                    .filter(object -> !entry.objects.contains(object))
                    .forEach(object -> drop(object, before));
        }
    }

    @Override
    void remove(String workId) {
        changes().make(() -> forget(workId));
    }

    private void forget(String workId) {
        Entry gone = content().byId.remove(workId);
        if (gone != null) {
            gone.objects.forEach(object -> drop(object, gone));
        }
    }

    private void drop(String object, Entry gone) {
        content().byObject.computeIfPresent(object, (key, works) -> changed(works, gone, null));
    }

    @Override
    int size() {
        return content().byId.size();
    }

    @Override
    Index empty() {
        return new Index(new HashMap<>(), new ConcurrentHashMap<>());
    }

    @SuppressWarnings("ReferenceEquality") // the very entry that was put
    private static @Nullable List<Entry> changed(List<Entry> works, @Nullable Entry gone, @Nullable Entry added) {
        List<Entry> left = new ArrayList<>(works);
        left.removeIf(work -> work == gone);
        if (added != null) {
            left.add(added);
        }
        return left.isEmpty() ? null : List.copyOf(left);
    }
}
