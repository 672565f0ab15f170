package io.luxqoe.local.simulator.traffic;

/**
 * What ties the records of a call together.
 *
 * @param callReference reference of the leg, unique in the network
 * @param networkCallReference reference of the call, the same on both legs
 * @param part number of the partial record from 1; 0 for a call with a single record
 */
public record CallIdentity(long callReference, long networkCallReference, int part) {}
