package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Gateway;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.network.Technology;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one record of a packet session tells (pGWRecord, TS 32.298 clause 5.1.2.2): the whole session or a part of it.
 *
 * @param element gateway that records it
 * @param served the served subscriber
 * @param cell where the record was opened; absent where it does not say
 * @param technology radio access technology
 * @param accessPoint network identifier of the access point
 * @param chargingId identifies the session within its gateway, 32 bits
 * @param part number of the record in its session, from 1; 0 where it is the only one
 * @param opening when it was opened, whole seconds
 * @param durationSeconds how long it was open, from 1
 * @param volumes what was counted, by service or by bearer
 * @param causeForRecClosing why it was closed (TS 32.298 clause 5.1.2.2.9)
 * @param number running number of the gateway's records
 */
public record UsageRecord(
        Gateway element,
        Line served,
        @Nullable RadioCell cell,
        Technology technology,
        String accessPoint,
        long chargingId,
        int part,
        Instant opening,
        int durationSeconds,
        List<Volume> volumes,
        int causeForRecClosing,
        long number)
        implements Fact {

    public static final int NORMAL_RELEASE = 0;
    public static final int ABNORMAL_RELEASE = 4;
    public static final int VOLUME_LIMIT = 16;
    public static final int TIME_LIMIT = 17;

    /**
     * Octets of a service or bearer.
     *
     * @param ratingGroup what they are charged by
     * @param uplink octets that the subscriber sent
     * @param downlink octets that the subscriber received
     */
    public record Volume(int ratingGroup, long uplink, long downlink) {}

    /** Whether it is the last record of its session. */
    public boolean last() {
        return causeForRecClosing == NORMAL_RELEASE || causeForRecClosing == ABNORMAL_RELEASE;
    }

    /** When it was closed; the session's stop, if it is the last one. */
    @Override
    public Instant eventTime() {
        return opening.plusSeconds(durationSeconds);
    }
}
