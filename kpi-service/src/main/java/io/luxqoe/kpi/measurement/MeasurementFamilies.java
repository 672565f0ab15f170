package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.RecordType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The families that are measured. */
public final class MeasurementFamilies {

    private static final MeasurementFamily VOICE = new VoiceMeasurements();
    private static final MeasurementFamily MESSAGING = new MessagingMeasurements();
    private static final MeasurementFamily DATA = new DataMeasurements();
    private static final MeasurementFamily VIDEO = new VideoMeasurements();
    private static final List<MeasurementFamily> ALL = List.of(VOICE, MESSAGING, DATA, VIDEO);

    private MeasurementFamilies() {}

    /** All families. */
    public static List<MeasurementFamily> all() {
        return ALL;
    }

    /** The family of that id. */
    public static Optional<MeasurementFamily> named(String id) {
        return ALL.stream().filter(family -> family.id().equals(id)).findFirst();
    }

    /**
     * The family that measures an event, or null where none does. Several nodes write records of one call and of one packet
     * session, and trunks write theirs beside the subscribers' exchanges: each is measured by one of them, see {@link
     * #isServedLeg} and {@link #isWholeSession}. Of video the sessions are measured, not the reports that they sum up.
     */
    public static @Nullable MeasurementFamily of(NetworkEvent event) {
        return switch (event.getService()) {
            case VOICE -> isServedLeg(event.getRecordType()) ? VOICE : null;
            case MESSAGING -> isServedLeg(event.getRecordType()) ? MESSAGING : null;
            case DATA -> isWholeSession(event.getRecordType()) ? DATA : null;
            case VIDEO -> event.getRecordType() == RecordType.VIDEO_SESSION ? VIDEO : null;
            case UNKNOWN -> null;
        };
    }

    /** Whether such records are written where a subscriber is served, once for each leg. */
    private static boolean isServedLeg(RecordType type) {
        return switch (type) {
            case MO_CALL, MT_CALL, FORWARDED_CALL, MO_SMS, MT_SMS, S_CSCF, E_CSCF -> true;
            default -> false;
        };
    }

    /**
     * Whether such records are written where all of a session's traffic passes, once for each session. SGW and SGSN write
     * theirs of the same octets as PGW and GGSN; of subscribers of other networks, whose traffic goes home, they alone do,
     * and it is not measured. Lines of data usage are measured, since a network that exports them is asked about no other
     * way: where they say again what gateways have said, their source is not to be sent.
     */
    private static boolean isWholeSession(RecordType type) {
        return switch (type) {
            case PGW, GGSN, CHF, DATA_USAGE -> true;
            default -> false;
        };
    }
}
