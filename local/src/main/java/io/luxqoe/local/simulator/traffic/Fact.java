package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Element;
import java.time.Instant;

/** What one record tells: a charging record, or the report of a player. */
public sealed interface Fact permits Leg, UsageRecord, PlayerReport {

    /** Network element that records it. */
    Element element();

    /** When the fact was complete, as ARCHITECTURE defines it. */
    Instant eventTime();
}
