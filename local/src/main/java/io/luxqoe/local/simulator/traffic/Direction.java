package io.luxqoe.local.simulator.traffic;

/** Which side of a call or message a leg is. */
public enum Direction {
    ORIGINATING,
    TERMINATING
}
