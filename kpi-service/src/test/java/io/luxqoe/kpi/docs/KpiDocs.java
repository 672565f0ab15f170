package io.luxqoe.kpi.docs;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.measurement.Measurement;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Writes the page of the indicators from its template: each line {@code <!-- kpis FAMILY -->} or {@code <!-- measurements
 * FAMILY -->} becomes a table.
 */
final class KpiDocs {

    private static final Pattern PLACE = Pattern.compile("(?m)^<!-- (kpis|measurements) (\\w+) -->\\n");

    private final KpiCatalogue catalogue;
    private final List<MeasurementFamily> families;

    KpiDocs(KpiCatalogue catalogue, List<MeasurementFamily> families) {
        this.catalogue = catalogue;
        this.families = families;
    }

    /**
     * The page.
     *
     * @throws IllegalArgumentException if a family has no place in the template, or the template names none that there is
     */
    String page(String template) {
        for (MeasurementFamily family : families) {
            for (String what : List.of("kpis", "measurements")) {
                String place = "<!-- " + what + " " + family.id() + " -->\n";
                if (!template.contains(place)) {
                    throw new IllegalArgumentException("no line " + place.strip() + " in the template");
                }
            }
        }
        return PLACE.matcher(template)
                .replaceAll(place -> table(place).replace("\\", "\\\\").replace("$", "\\$"));
    }

    private String table(MatchResult place) {
        String id = place.group(2);
        MeasurementFamily family = families.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no family " + id));
        return place.group(1).equals("kpis") ? kpis(catalogue.ofFamily(id)) : measurements(family.measurements());
    }

    private static String kpis(List<Kpi> kpis) {
        StringBuilder table = new StringBuilder(
                "| KPI | what it says | formula | unit | good | samples, at least | standard |\n|---|---|---|---|---|---|---|\n");
        for (Kpi kpi : kpis) {
            row(
                    table,
                    "`" + kpi.id() + "`",
                    kpi.name() + ". " + kpi.description(),
                    "`" + kpi.formula() + "`",
                    kpi.unit(),
                    switch (kpi.direction()) {
                        case HIGHER_IS_BETTER -> "high";
                        case LOWER_IS_BETTER -> "low";
                        case NEUTRAL -> "–";
                    },
                    "`" + kpi.samples().text() + "`" + (kpi.minimumSamples() == 0 ? "" : ", " + kpi.minimumSamples()),
                    kpi.clause());
        }
        return table.toString();
    }

    private static String measurements(List<Measurement> measurements) {
        StringBuilder table = new StringBuilder("| measurement | kind | an event adds |\n|---|---|---|\n");
        for (Measurement measurement : measurements) {
            row(
                    table,
                    "`" + measurement.name() + "`",
                    measurement.kind().name().toLowerCase(Locale.ROOT),
                    measurement.doc());
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String... cells) {
        for (String cell : cells) {
            table.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        table.append("|\n");
    }
}
