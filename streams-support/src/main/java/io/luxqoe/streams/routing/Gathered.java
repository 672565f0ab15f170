package io.luxqoe.streams.routing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What all instances together answered.
 *
 * @param asked partitions that were asked for
 * @param answered those that the answer is made of
 * @param missing why the others are not in it, by partition
 * @param answer the merged answer; empty if no partition answered
 */
public record Gathered<A>(Set<Integer> asked, Set<Integer> answered, Map<Integer, String> missing, Optional<A> answer) {

    /** Whether every partition answered. */
    public boolean complete() {
        return answered.equals(asked);
    }
}
