package io.luxqoe.local.simulator.network;

/** Radio access technology of a cell. */
public enum Technology {
    /** 2G, systemType 2. */
    GERAN,
    /** 3G, systemType 1. */
    UTRAN,
    /** 4G: carries no circuit-switched call. */
    E_UTRAN
}
