package io.luxqoe.kpi.measurement;

import io.luxqoe.schemas.ServiceType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The families that are measured. */
public final class MeasurementFamilies {

    private static final MeasurementFamily VOICE = new VoiceMeasurements();
    private static final MeasurementFamily MESSAGING = new MessagingMeasurements();
    private static final List<MeasurementFamily> ALL = List.of(VOICE, MESSAGING);

    private MeasurementFamilies() {}

    /** All families. */
    public static List<MeasurementFamily> all() {
        return ALL;
    }

    /** The family of that id. */
    public static Optional<MeasurementFamily> named(String id) {
        return ALL.stream().filter(family -> family.id().equals(id)).findFirst();
    }

    /** The family that measures events of a service, or null where none does. */
    public static @Nullable MeasurementFamily of(ServiceType service) {
        return switch (service) {
            case VOICE -> VOICE;
            case MESSAGING -> MESSAGING;
            case DATA, VIDEO, UNKNOWN -> null;
        };
    }
}
