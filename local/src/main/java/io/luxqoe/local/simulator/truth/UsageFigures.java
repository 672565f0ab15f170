package io.luxqoe.local.simulator.truth;

import io.luxqoe.local.simulator.traffic.UsageRecord;
import io.luxqoe.local.simulator.traffic.UsageRecord.Volume;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Data measurements of a window, over the records of gateways. */
public final class UsageFigures implements Figures {

    /** Octets from which on a record says something of throughput. */
    private static final long LEAST_THROUGHPUT_OCTETS = 1_000_000;

    private final Set<String> sessions = new HashSet<>();
    private final List<Long> throughputsKbps = new ArrayList<>();
    private long records;
    private long ended;
    private long dropped;
    private long uplink;
    private long downlink;
    private long throughputOctets;
    private long throughputMs;

    /** @param keepsSingle whether sessions and throughputs are kept one by one */
    void add(UsageRecord usage, boolean keepsSingle) {
        long up = usage.volumes().stream().mapToLong(Volume::uplink).sum();
        long down = usage.volumes().stream().mapToLong(Volume::downlink).sum();
        long durationMs = usage.durationSeconds() * 1000L;
        records++;
        ended += usage.last() ? 1 : 0;
        dropped += usage.causeForRecClosing() == UsageRecord.ABNORMAL_RELEASE ? 1 : 0;
        uplink += up;
        downlink += down;
        boolean telling = up + down >= LEAST_THROUGHPUT_OCTETS;
        if (telling) {
            throughputOctets += up + down;
            throughputMs += durationMs;
        }
        if (keepsSingle) {
            sessions.add(usage.element().id() + "/" + usage.chargingId());
            if (telling) {
                throughputsKbps.add(Math.round(8.0 * (up + down) / durationMs));
            }
        }
    }

    @Override
    public Map<String, Long> sums() {
        return Map.of(
                "records", records,
                "sessionsEnded", ended,
                "sessionsDropped", dropped,
                "uplinkOctets", uplink,
                "downlinkOctets", downlink,
                "totalOctets", uplink + downlink,
                "throughputOctets", throughputOctets,
                "throughputDurationMs", throughputMs);
    }

    /** How many different sessions reported; 0 where they are not kept. */
    public long sessions() {
        return sessions.size();
    }

    /** Throughputs, kbit/s, ascending; empty where they are not kept. */
    public List<Long> throughputsKbps() {
        return throughputsKbps.stream().sorted().toList();
    }

    @Override
    public Map<String, KpiFigure> kpis() {
        return Map.of(
                "data.sessions-ended", KpiFigure.count(ended),
                "data.drop-rate", KpiFigure.ratio(dropped, ended));
    }
}
