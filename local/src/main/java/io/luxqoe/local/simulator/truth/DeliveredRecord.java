package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.traffic.Leg;

/**
 * A charging record as it was delivered.
 *
 * @param leg what it tells
 * @param condition in what condition
 */
public record DeliveredRecord(Leg leg, Condition condition) {}
