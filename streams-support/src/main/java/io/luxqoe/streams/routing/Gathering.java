package io.luxqoe.streams.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What came in for one query so far. Of one thread. */
final class Gathering<A> {

    private static final String NOWHERE = "no instance has it now: tasks are being assigned";

    private final PartitionQuery<A> query;
    private final Set<Integer> asked;
    private final Set<Integer> answered = new TreeSet<>();
    private final Map<Integer, String> missing = new TreeMap<>();
    private final Map<Integer, InstanceAddress> askedAt = new HashMap<>();
    private final List<A> answers = new ArrayList<>();

    Gathering(PartitionQuery<A> query, Set<Integer> asked) {
        this.query = query;
        this.asked = new TreeSet<>(asked);
    }

    /** Partitions without an answer. */
    Set<Integer> open() {
        Set<Integer> open = new TreeSet<>(asked);
        open.removeAll(answered);
        return open;
    }

    /** Whom to ask for what: of the open partitions those that lie where they were not asked for yet. */
    Map<InstanceAddress, Set<Integer>> toAsk(Map<Integer, InstanceAddress> placement) {
        Map<InstanceAddress, Set<Integer>> toAsk = new HashMap<>();
        for (int partition : open()) {
            InstanceAddress instance = placement.get(partition);
            if (instance == null) {
                missing.putIfAbsent(partition, NOWHERE);
            } else if (!instance.equals(askedAt.put(partition, instance))) {
                toAsk.computeIfAbsent(instance, address -> new TreeSet<>()).add(partition);
            }
        }
        return toAsk;
    }

    void add(PartitionAnswer<A> part) {
        part.missing().forEach((partition, reason) -> {
            if (asked.contains(partition)) {
                missing.put(partition, reason);
            }
        });
        A answer = part.answer();
        if (answer != null) {
            answers.add(answer);
            answered.addAll(part.answered());
            missing.keySet().removeAll(part.answered());
        }
    }

    Gathered<A> result() {
        for (int partition : open()) {
            missing.putIfAbsent(partition, NOWHERE);
        }
        return new Gathered<>(asked, answered, missing, Optional.ofNullable(merged(query, answers)));
    }

    static <A> @Nullable A merged(PartitionQuery<A> query, List<A> answers) {
        return switch (answers.size()) {
            case 0 -> null;
            case 1 -> answers.get(0);
            default -> query.merge(answers);
        };
    }
}
