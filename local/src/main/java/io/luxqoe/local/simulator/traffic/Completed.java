package io.luxqoe.local.simulator.traffic;

import java.time.Instant;

/**
 * A leg that has come to its end.
 *
 * @param leg the leg
 * @param at when its exchange writes the record; not before the leg's event time
 */
public record Completed(Leg leg, Instant at) {}
