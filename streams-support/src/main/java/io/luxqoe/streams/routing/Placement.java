package io.luxqoe.streams.routing;

import java.util.Map;
import java.util.Set;

/** Where the partitions of a store lie. */
@FunctionalInterface
interface Placement {

    /**
     * The instance that has each partition. A partition that none has, or of which it is not known, is absent.
     *
     * @throws PartitionUnavailableException if nothing is known: the streams have not started, or have ended
     */
    Map<Integer, InstanceAddress> of(Set<Integer> partitions);
}
