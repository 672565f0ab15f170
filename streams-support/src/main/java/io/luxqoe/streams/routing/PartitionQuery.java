package io.luxqoe.streams.routing;

import java.util.List;

/**
 * A question that the stores of each partition can answer, and whose answers can be put together.
 *
 * @param <A> type of an answer; Jackson writes and reads it between instances
 */
public interface PartitionQuery<A> {

    /** Path and query, encoded, at which another instance answers it; {@code partitions=0,3} is added to it. */
    String resource();

    /** Type of an answer. */
    Class<A> answerType();

    /**
     * The answer of one partition, from the stores of this instance.
     *
     * @throws PartitionUnavailableException if it cannot be read here now, or moved while it was read
     */
    A read(int partition);

    /** One answer made of several; not empty, in no certain order, and themselves perhaps made of several. */
    A merge(List<A> answers);
}
