package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.DataSession;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measurements over packet sessions: records of PGW, GGSN and CHF, and lines of data usage. A session may have many records,
 * each with the volume since the one before; only the last ends it. What an event adds, it adds where the record was
 * opened, also if the subscriber moved on.
 */
final class DataMeasurements implements MeasurementFamily {

    /** Octets below which a record says nothing of throughput: most of its time it waited for its user. */
    static final long LEAST_THROUGHPUT_OCTETS = 1_000_000;

    private static final int RECORDS = 0;
    private static final int SESSIONS_ENDED = 1;
    private static final int SESSIONS_DROPPED = 2;
    private static final int UPLINK_OCTETS = 3;
    private static final int DOWNLINK_OCTETS = 4;
    private static final int TOTAL_OCTETS = 5;
    private static final int THROUGHPUT_OCTETS = 6;
    private static final int THROUGHPUT_DURATION_MS = 7;
    private static final int UNDER_PLANNED_WORK = 8;
    private static final int THROUGHPUT_KBPS = 0;
    private static final int SESSIONS = 2;

    private static final List<Measurement> MEASUREMENTS = Stream.of(
                    List.of(
                            Measurement.sum("records", "1"),
                            Measurement.sum(
                                    "sessionsEnded",
                                    "1 if it ends its session: causeForRecClosing 0, 4, 5 or 52 to 58"),
                            Measurement.sum("sessionsDropped", "1 if it ends its session with causeForRecClosing 4"),
                            Measurement.sum("uplinkOctets", "octets uplink"),
                            Measurement.sum("downlinkOctets", "octets downlink"),
                            Measurement.sum(
                                    "totalOctets", "octets in both directions, also of lines that tell no direction"),
                            Measurement.sum(
                                    "throughputOctets",
                                    "octets in both directions, if it has a duration and 1,000,000 octets or more"),
                            Measurement.sum(
                                    "throughputDurationMs",
                                    "duration of the record, if it has one and 1,000,000 octets or more"),
                            PlannedWorks.measurement(),
                            Measurement.distribution(
                                    "throughputKbps",
                                    "octets in both directions by duration, kbit/s, if it has a duration and 1,000,000"
                                            + " octets or more")),
                    CustomerImpact.measurements("its session was dropped"),
                    List.of(
                            Measurement.distinct(
                                    "sessions",
                                    "its session: gateway address and chargingID, else chargingSessionIdentifier, if it has one")))
            .flatMap(List::stream)
            .toList();

    @Override
    public String id() {
        return "data";
    }

    @Override
    public List<Measurement> measurements() {
        return MEASUREMENTS;
    }

    @Override
    public void measure(EnrichedEvent event, Contribution contribution) {
        if (!(event.getEvent().getDetails() instanceof DataSession session)) {
            return;
        }
        PlannedWorks.add(event, UNDER_PLANNED_WORK, contribution);
        contribution.count(RECORDS);
        boolean ended = isEnd(session);
        boolean dropped = ended && event.getEvent().getOutcome() == Outcome.DROPPED;
        contribution.add(SESSIONS_ENDED, ended ? 1 : 0);
        contribution.add(SESSIONS_DROPPED, dropped ? 1 : 0);
        contribution.add(UPLINK_OCTETS, session.getUplinkOctets());
        contribution.add(DOWNLINK_OCTETS, session.getDownlinkOctets());
        contribution.add(TOTAL_OCTETS, session.getTotalOctets());
        addThroughput(session, contribution);
        String id = sessionId(event.getEvent(), session);
        if (id != null) {
            contribution.see(SESSIONS, DistinctCount.hash(id));
        }
        CustomerImpact.add(event, dropped, contribution);
    }

    /** A record without a cause of its closing ends its session only if it says when the session stopped. */
    private static boolean isEnd(DataSession session) {
        return !session.getPartial() && (session.getCauseForRecClosing() != null || session.getStopTime() != null);
    }

    private static void addThroughput(DataSession session, Contribution contribution) {
        Long duration = session.getDurationMs();
        long octets = session.getTotalOctets();
        if (duration != null && duration > 0 && octets >= LEAST_THROUGHPUT_OCTETS) {
            contribution.add(THROUGHPUT_OCTETS, octets);
            contribution.add(THROUGHPUT_DURATION_MS, duration);
            contribution.record(THROUGHPUT_KBPS, Math.round(8.0 * octets / duration)); // bits in a ms are kbit/s
        }
    }

    /** A chargingID is unique within the gateway that gave it, TS 32.298 clause 5.1.2.2. */
    private static @Nullable String sessionId(NetworkEvent event, DataSession session) {
        Long chargingId = session.getChargingId();
        if (chargingId != null && session.getGatewayAddress() != null) {
            return session.getGatewayAddress() + '|' + chargingId;
        }
        if (session.getChargingSessionId() != null) {
            return session.getChargingSessionId();
        }
        return chargingId == null ? null : event.getSource() + '|' + chargingId;
    }
}
