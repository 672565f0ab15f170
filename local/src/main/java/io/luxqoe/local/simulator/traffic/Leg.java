package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Element;
import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.RadioCell;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One side of a call, or of a short message. */
public sealed interface Leg extends Fact permits CallLeg, MessageLeg {

    @Override
    default Element element() {
        return exchange();
    }

    /** Which side it is. */
    Direction direction();

    /** Exchange that records it. */
    Exchange exchange();

    /** The served subscriber. */
    Line served();

    /** Where the served subscriber is; absent where the record does not say. */
    @Nullable
    RadioCell cell();

    /** When it was complete; whole seconds, as charging records have no finer ones. */
    @Override
    Instant eventTime();

    /** Class of the called number or destination on the axis {@code numberClass}; {@code unknown} where there is none. */
    String numberClassOnAxis();
}
