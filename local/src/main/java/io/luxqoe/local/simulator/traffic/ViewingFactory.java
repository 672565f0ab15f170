package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Collector;
import io.luxqoe.local.simulator.network.DataNetwork;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.traffic.PlayerReport.Told;
import io.luxqoe.local.simulator.traffic.PlayerReport.Viewing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes viewings of video: players that report events, players whose requests are logged, and players of which both is known. */
final class ViewingFactory {

    private static final int EVENTS_ALONE_PERCENT = 55;
    private static final int REQUESTS_ALONE_PERCENT = 25;
    private static final int CONTENTS = 40;
    /** A report reaches its collector so long after it was made, at most. */
    private static final int UNDER_WAY_MS = 300;

    private final DataNetwork network;
    private final RandomGenerator random;
    private long viewings;

    ViewingFactory(NetworkModel network, RandomGenerator random) {
        this.network = network.data();
        this.random = random;
    }

    /** What a player says at a time. */
    record Said(Duration after, Told told) {}

    /** A viewing's reports, the first of which is made at that instant. */
    List<Completed> viewing(Instant at) {
        Viewing viewing = new Viewing(
                sessionId(),
                "content-" + (1 + random.nextInt(CONTENTS)),
                network.edgeHosts().get(random.nextInt(network.edgeHosts().size())));
        Instant begin = at.truncatedTo(ChronoUnit.MILLIS);
        int draw = random.nextInt(100);
        List<Completed> reports = new ArrayList<>();
        if (draw < 100 - REQUESTS_ALONE_PERCENT) {
            List<Said> said = new PlayerEvents(random).said();
            addAll(reports, said, begin, 0, viewing, network.collector(Collector.Kind.EVENTS));
        }
        if (draw >= EVENTS_ALONE_PERCENT) {
            List<Said> said = new PlayerRequests(random).said();
            addAll(reports, said, begin, 1, viewing, network.collector(Collector.Kind.ACCESS_LOG));
        }
        return reports;
    }

    /**
     * Adds what was said. No two reports of a viewing are of the same instant: {@code parity} keeps those of its events and
     * of its requests apart.
     */
    private void addAll(
            List<Completed> reports, List<Said> said, Instant begin, int parity, Viewing viewing, Collector collector) {
        long latest = -1;
        int number = 1;
        for (Said each : said) {
            long afterMs = Math.max(latest + 1, each.after().toMillis() / 2);
            latest = afterMs;
            Instant time = begin.plusMillis(2 * afterMs + parity);
            PlayerReport report = new PlayerReport(collector, viewing, number++, time, each.told());
            reports.add(new Completed(report, time.plusMillis(1 + random.nextInt(UNDER_WAY_MS))));
        }
    }

    /** No two are the same, and none looks like a person's number. */
    private String sessionId() {
        String chance = Integer.toString(random.nextInt(36 * 36 * 36 * 36), 36);
        return "sid-" + Long.toString(++viewings, 36) + "-" + chance;
    }
}
