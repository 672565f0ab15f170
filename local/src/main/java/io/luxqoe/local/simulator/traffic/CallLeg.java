package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NumberKind;
import io.luxqoe.local.simulator.network.RadioCell;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One side of a call, or of a part of it.
 *
 * @param other the dialled number of an originating leg, the caller of a terminating one
 * @param called class of the called party
 * @param emergencyTeleservice teleservice 0x12 instead of 0x11
 * @param movedTo cell the subscriber was handed over to during the call
 * @param trunkGroup number of the trunk group to or from another network; 0 where the call stays inside
 */
public record CallLeg(
        Direction direction,
        Exchange exchange,
        Line served,
        @Nullable RadioCell cell,
        @Nullable RadioCell movedTo,
        Address other,
        NumberKind called,
        boolean emergencyTeleservice,
        int trunkGroup,
        CallTimes times,
        CallEnding ending,
        CallIdentity identity)
        implements Leg {

    @Override
    public Instant eventTime() {
        return times.eventTime();
    }

    @Override
    public String numberClassOnAxis() {
        return called.onAxis();
    }
}
