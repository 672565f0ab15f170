package io.luxqoe.local.simulator.network;

/** What a network element puts around its records. */
public enum Framing {
    /** A TS 32.297 file with a file header and a header before each record. */
    TS_32297_FILE,
    /** BER records one after the other, nothing between. */
    BER_RUN,
    /** Text, a record a line. */
    LINES
}
