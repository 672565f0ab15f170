package io.luxqoe.local.simulator.traffic;

import java.time.Instant;
import java.util.List;

/**
 * Something subscribers did, with all that is recorded of it.
 *
 * @param at when the first record is complete
 * @param completions what is recorded, none complete before {@code at}
 */
public record Activity(Instant at, List<Completed> completions) {}
