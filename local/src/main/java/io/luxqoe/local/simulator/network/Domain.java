package io.luxqoe.local.simulator.network;

/** What kind of records a network element writes: each kind has a raw topic of its own. */
public enum Domain {
    /** Calls and short messages: charging records of an exchange. */
    CIRCUIT_SWITCHED,
    /** Usage of data: charging records of a packet gateway. */
    PACKET_SWITCHED,
    /** What video players report. */
    PLAYERS
}
