package io.luxqoe.local.simulator.network;

import java.time.ZoneId;

/**
 * A mobile switching centre: a source of raw records.
 *
 * @param id source id, the key of its raw records
 * @param vendor maker
 * @param zone zone its clock shows
 * @param framing what it puts around its records
 * @param address E.164 digits of the network element
 * @param number ordinal from 0, part of its call references
 */
public record Exchange(String id, Vendor vendor, ZoneId zone, Framing framing, String address, int number)
        implements Element {

    @Override
    public Domain domain() {
        return Domain.CIRCUIT_SWITCHED;
    }
}
