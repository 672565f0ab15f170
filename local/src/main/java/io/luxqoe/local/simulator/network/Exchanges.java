package io.luxqoe.local.simulator.network;

import static io.luxqoe.local.simulator.network.Framing.BER_RUN;
import static io.luxqoe.local.simulator.network.Framing.TS_32297_FILE;
import static io.luxqoe.local.simulator.network.Vendor.ERICSSON;
import static io.luxqoe.local.simulator.network.Vendor.HUAWEI;
import static io.luxqoe.local.simulator.network.Vendor.NOKIA;

import java.time.ZoneId;
import java.util.List;

/** The switching centres of the operator. */
final class Exchanges {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    private Exchanges() {}

    static List<Exchange> all() {
        return List.of(
                exchange(0, "msc-paris-1", ERICSSON, PARIS, TS_32297_FILE),
                exchange(1, "msc-paris-2", ERICSSON, PARIS, BER_RUN),
                exchange(2, "msc-lyon-1", HUAWEI, PARIS, TS_32297_FILE),
                exchange(3, "msc-marseille-1", HUAWEI, PARIS, BER_RUN),
                exchange(4, "msc-toulouse-1", ERICSSON, PARIS, TS_32297_FILE),
                // One clock shows UTC, as happens in networks grown by mergers.
                exchange(5, "msc-bordeaux-1", NOKIA, UTC, TS_32297_FILE),
                exchange(6, "msc-lille-1", HUAWEI, PARIS, TS_32297_FILE),
                exchange(7, "msc-rennes-1", NOKIA, PARIS, BER_RUN),
                exchange(8, "msc-strasbourg-1", ERICSSON, PARIS, TS_32297_FILE));
    }

    private static Exchange exchange(int number, String id, Vendor vendor, ZoneId zone, Framing framing) {
        return new Exchange(id, vendor, zone, framing, "336600002" + (10 + number), number);
    }
}
