package io.luxqoe.local.simulator.truth;

/** In what condition a record was delivered. */
public enum Condition {
    /** For the first time and whole. */
    INTACT,
    /** So that it cannot be decoded: costs one dead letter. */
    BROKEN,
    /** The same octets again from the same source. */
    REPEATED
}
