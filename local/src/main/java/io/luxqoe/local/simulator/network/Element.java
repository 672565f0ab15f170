package io.luxqoe.local.simulator.network;

import java.time.ZoneId;

/** A network element or collector: a source of raw records. */
public sealed interface Element permits Exchange, Gateway, Collector {

    /** Source id, the key of its raw records. */
    String id();

    /** What it records. */
    Domain domain();

    /** Zone its clock shows. */
    ZoneId zone();

    /** What it puts around its records. */
    Framing framing();

    /** Ordinal from 0 among all elements. */
    int number();
}
