package io.luxqoe.local.simulator.traffic;

/**
 * Why a short message failed.
 *
 * @param mapError whether the code is a MAP error (TS 29.002 clause 17.6) and not an RP cause (TS 24.011 clause 8.2.5.4)
 * @param code the code
 */
public record MessageFailure(boolean mapError, int code) {}
