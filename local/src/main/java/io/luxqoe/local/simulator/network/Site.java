package io.luxqoe.local.simulator.network;

/**
 * A place with radio equipment.
 *
 * @param id site id
 * @param region region it lies in
 * @param department French department code (75, 2A)
 * @param latitude WGS 84, degrees
 * @param longitude WGS 84, degrees
 * @param exchange exchange that serves its cells
 */
public record Site(String id, Region region, String department, double latitude, double longitude, Exchange exchange) {

    /** Id of the base station on this site. */
    public String baseStation() {
        return "BTS-" + id;
    }
}
