package io.luxqoe.local.simulator.traffic;

import java.time.Instant;

/**
 * What has come to its end.
 *
 * @param fact what it tells
 * @param at when its record is written; not before its event time
 */
public record Completed(Fact fact, Instant at) {}
