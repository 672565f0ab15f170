package io.luxqoe.enrichment.correlation;

import java.time.Duration;

/**
 * How the legs of calls are brought together.
 *
 * @param enabled whether they are
 * @param maxWait how long a leg waits for the other one, wall clock: elements are out of step with each other, and a
 *     backlog of one is no reason to give up early
 * @param window how far the event times of two legs of one call lie apart at most; references are used again
 * @param partitions partitions of the repartition by call reference
 * @param maxOpen legs that wait in one task at most; beyond it the oldest waits no longer
 */
public record CorrelationOptions(boolean enabled, Duration maxWait, Duration window, int partitions, int maxOpen) {}
