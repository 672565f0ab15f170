package io.luxqoe.kpi.query.stream;

import io.luxqoe.kpi.query.stream.StreamFilter.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Subscribers by the kind of windows that they want. One may leave while they are told. */
final class LiveSubscribers {

    private final Map<Kind, Collection<Subscriber>> byKind = new HashMap<>();

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    Collection<Subscriber> of(Kind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    void add(Subscriber subscriber) {
        byKind.computeIfAbsent(subscriber.filter().kind(), kind -> new CopyOnWriteArrayList<>())
                .add(subscriber);
    }

    void remove(Subscriber subscriber) {
        byKind.computeIfPresent(subscriber.filter().kind(), (kind, others) -> {
            others.remove(subscriber);
            return others.isEmpty() ? null : others;
        });
    }
}
