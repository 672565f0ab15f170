package io.luxqoe.kpi.query.catalogue;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.query.question.Questions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/kpis} and {@code /api/v1/axes}: what can be asked. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Catalogue")
final class CatalogueController {

    /** A KPI of the catalogue. */
    record KpiDescription(
            String id,
            String name,
            String family,
            String unit,
            Kpi.Direction direction,
            String clause,
            String formula,
            String description,
            long minimumSamples,
            List<String> axes,
            List<String> windows) {}

    /** All KPIs. */
    record Catalogue(List<KpiDescription> kpis) {}

    /** An axis. */
    record AxisDescription(String id) {}

    /** All axes. */
    record Axes(List<AxisDescription> axes) {}

    private final KpiCatalogue catalogue;
    private final Questions questions;

    CatalogueController(KpiCatalogue catalogue, Questions questions) {
        this.catalogue = catalogue;
        this.questions = questions;
    }

    @GetMapping("/kpis")
    @Operation(summary = "All KPIs, with formula, unit, direction, axes and window sizes")
    Catalogue kpis() {
        return new Catalogue(catalogue.all().stream().map(this::describe).toList());
    }

    @GetMapping("/axes")
    @Operation(summary = "All axes")
    Axes axes() {
        return new Axes(questions.axes().stream().map(AxisDescription::new).toList());
    }

    private KpiDescription describe(Kpi kpi) {
        return new KpiDescription(
                kpi.id(),
                kpi.name(),
                kpi.family().id(),
                kpi.unit(),
                kpi.direction(),
                kpi.clause(),
                kpi.formula(),
                kpi.description(),
                kpi.minimumSamples(),
                questions.axesOf(kpi.family().id()),
                questions.windowIds());
    }
}
