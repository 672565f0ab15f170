package io.luxqoe.local.simulator.delivery;

import java.time.Duration;
import java.time.Instant;

/** How long a network element keeps a file open that does not fill up. */
@FunctionalInterface
public interface FlushPolicy {

    /** Longest time, in event time, that a file opened at that event time stays open. */
    Duration openFor(Instant opened);
}
