package io.luxqoe.kpi.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the FINAL windows have to be, computed as plainly as can be: every event is put into every window that holds it, all
 * values and ids are kept. It shares no code with the topology. Nothing folds.
 */
final class NaiveWindows {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    record Id(String family, String axis, String value, String size, long start) {}

    /** All that was measured for one key in one window. */
    static final class Window {
        final long end;
        final Map<String, Long> sums = new HashMap<>(8);
        final Map<String, List<Long>> values = new HashMap<>(2);
        final Map<String, Set<String>> ones = new HashMap<>(2);

        Window(long end) {
            this.end = end;
        }

        long sum(String name) {
            return sums.getOrDefault(name, 0L);
        }

        List<Long> values(String name) {
            return values.getOrDefault(name, List.of());
        }

        Set<String> ones(String name) {
            return ones.getOrDefault(name, Set.of());
        }

        /** The value of rank ceil(q n) in ascending order. */
        long quantile(String name, double q) {
            List<Long> all = new ArrayList<>(values(name));
            Collections.sort(all);
            return all.get((int) Math.max(1, Math.ceil(q * all.size() - 1e-9)) - 1);
        }

        /** Adds what another window holds. */
        void merge(Window other) {
            other.sums.forEach((name, amount) -> sums.merge(name, amount, Long::sum));
            other.values.forEach((name, more) ->
                    values.computeIfAbsent(name, first -> new ArrayList<>(2)).addAll(more));
            other.ones.forEach((name, more) ->
                    ones.computeIfAbsent(name, first -> new HashSet<>(4)).addAll(more));
        }

        private void add(Fact fact) {
            fact.adds().forEach((name, amount) -> sums.merge(name, amount, Long::sum));
            fact.values().forEach((name, value) -> values.computeIfAbsent(name, first -> new ArrayList<>(2))
                    .add(value));
            fact.ones().forEach((name, one) -> ones.computeIfAbsent(name, first -> new HashSet<>(4))
                    .add(one));
        }
    }

    private record Span(String size, long start, long end) {}

    private final List<String> sizes;
    private final long base;
    private final long grace;
    private final Map<String, Long> highest = new HashMap<>();
    private final Map<Id, Window> windows = new HashMap<>();
    private final Set<String> late = new HashSet<>();
    private long counted;

    /** @param sizes ids of window sizes, the one that decides what is late first */
    NaiveWindows(Duration grace, String... sizes) {
        this.sizes = List.of(sizes);
        this.base = Duration.parse(sizes[0]).toMillis();
        this.grace = grace.toMillis();
    }

    void add(Fact fact) {
        add(fact, Long.MIN_VALUE);
    }

    /** @param closed how far windows were closed while no source was active */
    void add(Fact fact, long closed) {
        long time = fact.time();
        long before = highest.getOrDefault(fact.source(), Long.MIN_VALUE);
        highest.put(fact.source(), Math.max(before, time));
        if (Math.floorDiv(time, base) * base + base + grace < Math.max(before, closed)) {
            late.add(fact.event().getEvent().getEventId());
            return;
        }
        counted++;
        List<Span> spans = new ArrayList<>();
        sizes.forEach(size -> addSpans(size, time, spans));
        fact.keys().forEach((axis, value) -> {
            for (Span span : spans) {
                windows.computeIfAbsent(
                                new Id(fact.family(), axis, value, span.size, span.start),
                                opened -> new Window(span.end))
                        .add(fact);
            }
        });
    }

    Map<Id, Window> windows() {
        return windows;
    }

    /** Ids of the late events. */
    Set<String> late() {
        return late;
    }

    long counted() {
        return counted;
    }

    private static void addSpans(String size, long time, List<Span> spans) {
        if (size.equals("P1D")) {
            LocalDate day = Instant.ofEpochMilli(time).atZone(ZONE).toLocalDate();
            spans.add(new Span(size, midnight(day), midnight(day.plusDays(1))));
            return;
        }
        String[] parts = size.split("/", -1);
        long length = Duration.parse(parts[0]).toMillis();
        long hop = parts.length == 1 ? length : Duration.parse(parts[1]).toMillis();
        for (long start = Math.floorDiv(time, hop) * hop; start > time - length; start -= hop) {
            spans.add(new Span(size, start, start + length));
        }
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
