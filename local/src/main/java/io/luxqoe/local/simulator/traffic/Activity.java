package io.luxqoe.local.simulator.traffic;

import java.time.Instant;
import java.util.List;

/**
 * Something subscribers did, with all the legs that come of it.
 *
 * @param at when the first leg is complete
 * @param completions the legs, none complete before {@code at}
 */
public record Activity(Instant at, List<Completed> completions) {}
