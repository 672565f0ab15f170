package io.luxqoe.local.simulator.traffic;

import java.time.Instant;

/**
 * Something that goes wrong in the network.
 *
 * @param kind what
 * @param target cell key, region name or vendor label, as the kind has it
 * @param begin first instant at which it holds
 * @param end first instant at which it holds no more
 */
public record Incident(Kind kind, String target, Instant begin, Instant end) {

    /** What can go wrong. */
    public enum Kind {
        /** A cell fails: calls in progress drop, new ones and messages are refused. */
        CELL_FAILURE,
        /** A region is congested: half of its calls find no channel. */
        REGION_CONGESTION,
        /** A vendor's radio equipment drops calls. */
        VENDOR_FAULT
    }

    /** Whether the incident holds at that instant. */
    public boolean holdsAt(Instant instant) {
        return !instant.isBefore(begin) && instant.isBefore(end);
    }
}
