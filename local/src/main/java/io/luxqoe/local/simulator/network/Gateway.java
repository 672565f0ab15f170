package io.luxqoe.local.simulator.network;

import java.time.ZoneId;

/**
 * A packet gateway (PGW): a source of raw records.
 *
 * @param id source id, the key of its raw records
 * @param vendor maker
 * @param zone zone its clock shows
 * @param framing what it puts around its records
 * @param countsByService whether its records count by service (listOfServiceData), not by bearer (listOfTrafficVolumes)
 * @param number ordinal among all elements, the last octet of its address
 */
public record Gateway(String id, Vendor vendor, ZoneId zone, Framing framing, boolean countsByService, int number)
        implements Element {

    @Override
    public Domain domain() {
        return Domain.PACKET_SWITCHED;
    }
}
