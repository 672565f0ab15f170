package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.traffic.Fact;

/**
 * A record as it was delivered.
 *
 * @param fact what it tells
 * @param condition in what condition
 */
public record DeliveredRecord(Fact fact, Condition condition) {}
