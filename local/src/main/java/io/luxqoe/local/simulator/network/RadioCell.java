package io.luxqoe.local.simulator.network;

/**
 * A cell.
 *
 * @param site where it stands
 * @param name name of the cell
 * @param technology radio access technology
 * @param areaCode location area code, 0 to 65535 (TS 23.003 clause 4.1); tracking area code of a 4G cell
 * @param cellId cell identity or service area code, 0 to 65535 (TS 23.003 clauses 4.3, 12.5); 28-bit identity of a 4G
 *     cell
 * @param trafficShare its share of the whole traffic, 0 to 1
 * @param listed whether the cell reference knows it
 */
public record RadioCell(
        Site site, String name, Technology technology, int areaCode, int cellId, double trafficShare, boolean listed) {

    /** Key on the cell axis and in the reference: {@code mcc-mnc-area-cell}. */
    public String key() {
        return Plmn.HOME.text() + "-" + areaCode + "-" + cellId;
    }

    /** Value on the region axis: the region where the reference knows the cell, else {@code unknown}. */
    public String regionOnAxis() {
        return listed ? site.region().name() : "unknown";
    }
}
