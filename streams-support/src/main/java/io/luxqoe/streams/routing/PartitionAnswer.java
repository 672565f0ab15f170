package io.luxqoe.streams.routing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one instance answers for partitions that it was asked for; it crosses the network as JSON.
 *
 * @param answered partitions that the answer is made of
 * @param missing why the others are not in it, by partition
 * @param answer the merged answer; null if none answered
 */
public record PartitionAnswer<A>(List<Integer> answered, Map<Integer, String> missing, @Nullable A answer) {}
