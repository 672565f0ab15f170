package io.luxqoe.decoder.cdr;

import io.luxqoe.decoder.cache.LongKeyCache;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;

/** Locations by the cell they name. Each is built once and shared by the events; nobody changes it. */
public final class Cells {
    /** The area of a cell whose area is not told: no area has that code (TS 23.003 clauses 4.1, 19.4.2.3). */
    public static final int NO_AREA = 0;

    private static final String NO_KEY = "unknown";
    private static final int PLACES = 16_384;
    private static final int NETWORKS = 1024;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final LongKeyCache<Location> cells = new LongKeyCache<>(PLACES);
    private final LongKeyCache<String> networks = new LongKeyCache<>(NETWORKS);

    /**
     * The location of a cell.
     *
     * @param plmn its network, as {@link Plmns} holds it; without one the cell key is {@code unknown}
     * @param area location area code or tracking area code, 0 to 16777215; {@link #NO_AREA} where it is not told
     * @param cell cell identity of up to 36 bits
     */
    public Location of(RadioTechnology technology, int plmn, int area, long cell) {
        String network = network(plmn);
        long key = ((cell * SPREAD + area) * SPREAD + plmn) * SPREAD + technology.ordinal();
        key = key == 0 ? 1 : key;
        Location held = cells.find(key);
        if (held != null
                && held.getCellId() == cell
                && held.getAreaCode() == area
                && held.getRadioTechnology() == technology
                && held.getPlmn().equals(network)) {
            return held;
        }
        return cells.put(key, location(technology, network, area, cell));
    }

    private static Location location(RadioTechnology technology, String network, int area, long cell) {
        String cellKey = network.isEmpty() ? NO_KEY : network + '-' + area + '-' + cell;
        return new Location(technology, network, area, cell, cellKey);
    }

    /** A network as {@code mcc-mnc}. */
    public String network(int plmn) {
        long key = 1L << 32 | plmn;
        String held = networks.find(key);
        return held != null ? held : networks.put(key, Plmns.text(plmn));
    }
}
