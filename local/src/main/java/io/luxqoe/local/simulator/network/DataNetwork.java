package io.luxqoe.local.simulator.network;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** The packet gateways and access points of the operator, and what video players watch and report to. */
public final class DataNetwork {

    private static final int FIRST_NUMBER = 9;
    private static final int EDGES = 5;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static final List<Gateway> GATEWAYS = List.of(
            new Gateway("pgw-paris-1", Vendor.NOKIA, PARIS, Framing.TS_32297_FILE, true, FIRST_NUMBER),
            new Gateway("pgw-lyon-1", Vendor.HUAWEI, PARIS, Framing.BER_RUN, false, FIRST_NUMBER + 1));

    private static final List<Collector> COLLECTORS = List.of(
            new Collector("player-events-1", Collector.Kind.EVENTS, FIRST_NUMBER + 2),
            new Collector("edge-log-1", Collector.Kind.ACCESS_LOG, FIRST_NUMBER + 3));

    private static final WeightedChoice<String> ACCESS_POINTS =
            WeightedChoice.among(List.of("internet", "mms", "corporate.example", "m2m"), name -> switch (name) {
                case "internet" -> 80;
                case "corporate.example" -> 10;
                default -> 5;
            });

    /** Hosts that deliver video. */
    private static final List<String> EDGE_HOSTS = IntStream.rangeClosed(1, EDGES)
            .mapToObj(number -> "edge-" + number + ".video.example")
            .toList();

    DataNetwork() {}

    public List<Gateway> gateways() {
        return GATEWAYS;
    }

    public List<Collector> collectors() {
        return COLLECTORS;
    }

    /** The collector of that kind. */
    public Collector collector(Collector.Kind kind) {
        return COLLECTORS.stream()
                .filter(collector -> collector.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Network identifiers of the access points (TS 23.003 clause 9.1.1), in proportion to their use. */
    public WeightedChoice<String> accessPoints() {
        return ACCESS_POINTS;
    }

    /** Hosts that deliver video. */
    public List<String> edgeHosts() {
        return EDGE_HOSTS;
    }
}
