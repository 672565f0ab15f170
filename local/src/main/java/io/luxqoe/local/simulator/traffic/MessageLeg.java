package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Dialled;
import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NumberKind;
import io.luxqoe.local.simulator.network.RadioCell;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side of a short message.
 *
 * @param destination where an originating message goes; absent on a terminating one
 * @param time originationTime or deliveryTime, whole seconds
 * @param failure why it failed; absent where it did not
 * @param number running number of the leg in the network, from 1; its last octet is the message reference of an
 *     originating one (TS 23.040 clause 9.2.3.6)
 */
public record MessageLeg(
        Direction direction,
        Exchange exchange,
        Line served,
        @Nullable RadioCell cell,
        @Nullable Dialled destination,
        Instant time,
        @Nullable MessageFailure failure,
        long number)
        implements Leg {

    @Override
    public Instant eventTime() {
        return time;
    }

    @Override
    public String numberClassOnAxis() {
        return (destination == null ? NumberKind.UNKNOWN : destination.kind()).onAxis();
    }
}
