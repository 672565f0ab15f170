package io.luxqoe.local.simulator.network;

/**
 * A region of metropolitan France.
 *
 * @param name name in ASCII, parts joined by hyphens: the key of the region axis
 * @param radioVendor maker of its radio equipment
 * @param trafficShare its share of the traffic, 0 to 1
 */
public record Region(String name, Vendor radioVendor, double trafficShare) {}
