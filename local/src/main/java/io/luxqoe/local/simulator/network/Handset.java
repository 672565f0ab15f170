package io.luxqoe.local.simulator.network;

/**
 * A type of device.
 *
 * @param tac type allocation code, eight digits (TS 23.003 clause 6.2)
 * @param manufacturer manufacturer
 * @param model model
 * @param listed whether the device reference knows it
 */
public record Handset(String tac, String manufacturer, String model, boolean listed) {}
