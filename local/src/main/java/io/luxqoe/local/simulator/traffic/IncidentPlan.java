package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.network.Vendor;
import io.luxqoe.local.simulator.traffic.Incident.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When which incident holds. */
public final class IncidentPlan {

    private static final String CONGESTED_REGION = "Occitanie";
    private static final Vendor FAULTY_VENDOR = Vendor.NOKIA;

    private final List<Incident> incidents;
    private final Instant begin;
    /** Time after which the incidents come again; absent where they do not. */
    private final @Nullable Duration period;

    private IncidentPlan(List<Incident> incidents, Instant begin, @Nullable Duration period) {
        this.incidents = incidents;
        this.begin = begin;
        this.period = period;
    }

    /** Nothing goes wrong. */
    public static IncidentPlan none() {
        return new IncidentPlan(List.of(), Instant.EPOCH, null);
    }

    /**
     * A cell that fails, a congested region and a vendor's fault, overlapping, each once in the span and each over
     * early enough for its alarms to clear within it.
     */
    public static IncidentPlan standard(NetworkModel network, Instant begin, Duration span) {
        return new IncidentPlan(incidents(network, begin, span), begin, null);
    }

    /** The standard incidents in every period from {@code begin} on. */
    public static IncidentPlan recurring(NetworkModel network, Instant begin, Duration period) {
        return new IncidentPlan(incidents(network, begin, period), begin, period);
    }

    private static List<Incident> incidents(NetworkModel network, Instant begin, Duration span) {
        return List.of(
                incident(Kind.CELL_FAILURE, network.hotCell().key(), begin, span, 30, 55),
                incident(Kind.REGION_CONGESTION, CONGESTED_REGION, begin, span, 40, 65),
                incident(Kind.VENDOR_FAULT, FAULTY_VENDOR.label(), begin, span, 35, 60));
    }

    private static Incident incident(
            Kind kind, String target, Instant begin, Duration span, int fromPercent, int toPercent) {
        return new Incident(
                kind,
                target,
                begin.plus(span.multipliedBy(fromPercent).dividedBy(100)),
                begin.plus(span.multipliedBy(toPercent).dividedBy(100)));
    }

    /** The incidents; of a recurring plan those of the first period. */
    public List<Incident> incidents() {
        return incidents;
    }

    /** The failure of that cell, if it holds. */
    @Nullable
    Incident failure(@Nullable RadioCell cell, Instant at) {
        return cell == null ? null : find(Kind.CELL_FAILURE, cell.key(), at);
    }

    boolean congested(RadioCell cell, Instant at) {
        return find(Kind.REGION_CONGESTION, cell.site().region().name(), at) != null;
    }

    boolean faulty(RadioCell cell, Instant at) {
        return find(Kind.VENDOR_FAULT, cell.site().region().radioVendor().label(), at) != null;
    }

    private @Nullable Incident find(Kind kind, String target, Instant at) {
        Instant inFirst = intoFirstPeriod(at);
        for (Incident incident : incidents) {
            if (incident.kind() == kind
                    && incident.holdsAt(inFirst)
                    && incident.target().equals(target)) {
                return incident;
            }
        }
        return null;
    }

    /** The instant of the first period that corresponds to {@code at}. */
    Instant intoFirstPeriod(Instant at) {
        if (period == null || at.isBefore(begin)) {
            return at;
        }
        return begin.plusMillis(Duration.between(begin, at).toMillis() % period.toMillis());
    }
}
