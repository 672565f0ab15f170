package io.luxqoe.kpi.measurement;

import io.luxqoe.kpi.measurement.Measurement.Kind;
import io.luxqoe.schemas.Cause;
import io.luxqoe.schemas.CauseClass;
import io.luxqoe.schemas.CauseContext;
import io.luxqoe.schemas.CauseScheme;
import io.luxqoe.schemas.EnrichedEvent;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.PlannedWorkContext;
import io.luxqoe.schemas.Responsibility;
import io.luxqoe.schemas.ServiceType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one event adds, by the names of the measurements. */
final class Measured {

    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final MeasurementFamily family;
    private final Contribution contribution = new Contribution();

    private Measured(MeasurementFamily family) {
        this.family = family;
    }

    static Measured of(String family, EnrichedEvent event) {
        Measured measured = new Measured(MeasurementFamilies.named(family).orElseThrow());
        measured.family.measure(event, measured.contribution);
        return measured;
    }

    /** An event of subscriber "someone" at noon. */
    static EnrichedEvent event(ServiceType service, Object details) {
        return EnrichedEvent.newBuilder()
                .setEvent(NetworkEvent.newBuilder()
                        .setEventId("id")
                        .setEventTime(NOON)
                        .setSource("source-1")
                        .setService(service)
                        .setSubscriber("someone")
                        .setDetails(details)
                        .build())
                .build();
    }

    static EnrichedEvent withCause(EnrichedEvent event, CauseScheme scheme, int code) {
        event.getEvent().setCause(new Cause(scheme, code, code));
        return event;
    }

    static EnrichedEvent withCauseClass(EnrichedEvent event, CauseClass causeClass) {
        event.setCause(new CauseContext(causeClass, Responsibility.UNKNOWN));
        return event;
    }

    static EnrichedEvent underPlannedWork(EnrichedEvent event) {
        event.setPlannedWorks(List.of(new PlannedWorkContext("work-1", null)));
        return event;
    }

    long sum(String name) {
        return values(Kind.SUM, name).stream().mapToLong(Long::longValue).sum();
    }

    /** The sums that are not 0. */
    Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        for (String name : family.names(Kind.SUM)) {
            if (sum(name) != 0) {
                sums.put(name, sum(name));
            }
        }
        return sums;
    }

    List<Long> distribution(String name) {
        return values(Kind.DISTRIBUTION, name);
    }

    List<Long> distinct(String name) {
        return values(Kind.DISTINCT, name);
    }

    private List<Long> values(Kind kind, String name) {
        int position = family.names(kind).indexOf(name);
        if (position < 0) {
            throw new IllegalArgumentException(family.id() + " has no " + name + " of kind " + kind);
        }
        return contribution.values(kind, position).boxed().toList();
    }
}
