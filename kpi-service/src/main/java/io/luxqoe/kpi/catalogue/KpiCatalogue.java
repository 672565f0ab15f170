package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.catalogue.Kpi.Direction;
import io.luxqoe.kpi.measurement.MeasurementFamilies;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import io.luxqoe.schemas.KpiValue;
import java.util.List;
import java.util.Optional;

/** The KPIs that are computed. */
public final class KpiCatalogue {

    private static final KpiCatalogue STANDARD = new KpiCatalogue(standardKpis());

    private final List<Kpi> kpis;

    private KpiCatalogue(List<Kpi> kpis) {
        this.kpis = List.copyOf(kpis);
    }

    /** The catalogue that LUX ships. */
    public static KpiCatalogue standard() {
        return STANDARD;
    }

    /** All KPIs. */
    public List<Kpi> all() {
        return kpis;
    }

    /** The KPI of that id. */
    public Optional<Kpi> named(String id) {
        return kpis.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }

    /** Values of all KPIs of a family for a vector of its sums. */
    public List<KpiValue> valuesOf(MeasurementFamily family, long[] sums) {
        return kpis.stream()
                .filter(kpi -> kpi.family().equals(family))
                .map(kpi -> kpi.of(sums))
                .toList();
    }

    private static List<Kpi> standardKpis() {
        MeasurementFamily voice = family("voice");
        MeasurementFamily messaging = family("messaging");
        return List.of(
                new Kpi(
                        "voice.asr",
                        "Answer-seizure ratio",
                        voice,
                        "1",
                        Direction.HIGHER_IS_BETTER,
                        "ITU-T E.411, E.425",
                        List.of("answered"),
                        "seizures",
                        1),
                new Kpi(
                        "voice.ner",
                        "Network effectiveness ratio",
                        voice,
                        "1",
                        Direction.HIGHER_IS_BETTER,
                        "ITU-T E.425",
                        List.of("answered", "userBusy", "noAnswer", "rejected"),
                        "seizures",
                        1),
                new Kpi(
                        "voice.drop-rate",
                        "Call drop rate",
                        voice,
                        "1",
                        Direction.LOWER_IS_BETTER,
                        "ETSI TS 102 250-2 (cut-off call ratio)",
                        List.of("dropped"),
                        "answered",
                        1),
                new Kpi(
                        "voice.mean-holding-time",
                        "Mean holding time",
                        voice,
                        "s",
                        Direction.NEUTRAL,
                        "ITU-T E.600",
                        List.of("holdingTimeMs"),
                        "seizures",
                        0.001),
                new Kpi(
                        "voice.attempts",
                        "Call attempts",
                        voice,
                        "1",
                        Direction.NEUTRAL,
                        "ITU-T E.600",
                        List.of("seizures"),
                        null,
                        1),
                new Kpi(
                        "messaging.success-rate",
                        "Short message success rate",
                        messaging,
                        "1",
                        Direction.HIGHER_IS_BETTER,
                        "ETSI TS 102 250-2",
                        List.of("succeeded"),
                        "attempts",
                        1),
                new Kpi(
                        "messaging.attempts",
                        "Short message attempts",
                        messaging,
                        "1",
                        Direction.NEUTRAL,
                        "ETSI TS 102 250-2",
                        List.of("attempts"),
                        null,
                        1));
    }

    private static MeasurementFamily family(String id) {
        return MeasurementFamilies.named(id).orElseThrow();
    }
}
