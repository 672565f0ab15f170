package io.luxqoe.local.simulator.network;

import java.time.ZoneId;

/**
 * What gathers the reports of video players: a source of raw records, a report a line.
 *
 * @param id source id, the key of its raw records
 * @param kind what its lines are
 * @param number ordinal among all elements
 */
public record Collector(String id, Kind kind, int number) implements Element {

    /** How players report to it. */
    public enum Kind {
        /** Events, which players send on their own (event mode of CTA-5004-B). */
        EVENTS,
        /** The log of a delivery network, whose requests have the report in their query. */
        ACCESS_LOG
    }

    private static final ZoneId UTC = ZoneId.of("Etc/UTC");

    @Override
    public Domain domain() {
        return Domain.PLAYERS;
    }

    @Override
    public ZoneId zone() {
        return UTC;
    }

    @Override
    public Framing framing() {
        return Framing.LINES;
    }
}
