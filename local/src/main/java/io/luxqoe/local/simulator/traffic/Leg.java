package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.RadioCell;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one charging record tells: one side of a call, or of a short message. */
public sealed interface Leg permits CallLeg, MessageLeg {

    /** Which side it is. */
    Direction direction();

    /** Exchange that records it. */
    Exchange exchange();

    /** The served subscriber. */
    Line served();

    /** Where the served subscriber is; absent where the record does not say. */
    @Nullable
    RadioCell cell();

    /** When the fact was complete, as ARCHITECTURE defines it; whole seconds, as charging records have no finer ones. */
    Instant eventTime();

    /** Class of the called number or destination on the axis {@code numberClass}; {@code unknown} where there is none. */
    String numberClassOnAxis();
}
