package io.luxqoe.kpi.query;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.catalogue.KpiCatalogue;
import io.luxqoe.kpi.window.SeriesKey;
import io.luxqoe.kpi.window.WindowSize;
import io.luxqoe.kpi.window.WindowSizes;
import io.luxqoe.kpi.window.WindowSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/kpis}: the catalogue, and the values of a KPI. */
@RestController
@RequestMapping("/api/v1/kpis")
final class KpiController {

    private static final Duration DEFAULT_RANGE = Duration.ofHours(24);

    /** A KPI of the catalogue. */
    record KpiDescription(
            String id,
            String name,
            String family,
            String unit,
            Kpi.Direction direction,
            String clause,
            String formula,
            List<String> axes,
            List<String> windows) {}

    /** The catalogue. */
    record Catalogue(List<KpiDescription> kpis) {}

    /** Values of one KPI and key. */
    record Values(
            String kpi,
            String unit,
            String axis,
            String key,
            String window,
            @Nullable Instant watermark,
            List<KpiValues.Value> values) {}

    private final KpiCatalogue catalogue;
    private final WindowSpec window;
    private final List<Axis> axes;
    private final QuerySettings settings;
    private final KpiValues values;
    private final InstantSource clock;

    KpiController(
            KpiCatalogue catalogue,
            WindowSpec window,
            List<Axis> axes,
            QuerySettings settings,
            KpiValues values,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.window = window;
        this.axes = axes;
        this.settings = settings;
        this.values = values;
        this.clock = clock;
    }

    @GetMapping
    Catalogue catalogue() {
        return new Catalogue(catalogue.all().stream().map(this::describe).toList());
    }

    /**
     * Values of the windows that start in {@code [from, to)} and have events.
     *
     * @param axis id of the axis
     * @param key value on the axis
     * @param size window size, ISO 8601 duration
     * @param from ISO 8601 instant; 24 hours before {@code to} if absent
     * @param to ISO 8601 instant; one window after now if absent
     */
    @GetMapping("/{kpi}/values")
    Values values(
            @PathVariable("kpi") String kpi,
            @RequestParam("axis") String axis,
            @RequestParam("key") String key,
            @RequestParam(name = "window", required = false) @Nullable String size,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to) {
        Kpi asked = catalogue
                .named(kpi)
                .orElseThrow(() -> problem(
                        HttpStatus.NOT_FOUND,
                        "no KPI " + kpi + "; there are "
                                + catalogue.all().stream().map(Kpi::id).toList()));
        requireAxis(axis);
        WindowSize windowSize = requireWindow(size);
        Instant end = to == null ? clock.instant().plus(windowSize.length()) : instant("to", to);
        Instant start = from == null ? end.minus(DEFAULT_RANGE) : instant("from", from);
        requireRange(start, end, windowSize);
        SeriesKey series = new SeriesKey(asked.family().id(), axis, key);
        KpiValues.Range range = values.read(asked, series, windowSize, start.toEpochMilli(), end.toEpochMilli());
        return new Values(asked.id(), asked.unit(), axis, key, windowSize.id(), range.watermark(), range.values());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(StoresUnavailableException e) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(settings.retryAfter().toSeconds()))
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage())));
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
                axes.stream().map(Axis::id).toList(),
                window.sizes().all().stream().map(WindowSize::id).toList());
    }

    private void requireAxis(String axis) {
        List<String> known = axes.stream().map(Axis::id).toList();
        if (!known.contains(axis)) {
            throw problem(HttpStatus.BAD_REQUEST, "axis: no axis " + axis + "; there are " + known);
        }
    }

    private WindowSize requireWindow(@Nullable String size) {
        WindowSizes sizes = window.sizes();
        return size == null
                ? sizes.base()
                : sizes.named(size)
                        .orElseThrow(() -> problem(
                                HttpStatus.BAD_REQUEST,
                                "window: no window size " + size + "; there are "
                                        + sizes.all().stream()
                                                .map(WindowSize::id)
                                                .toList()));
    }

    private void requireRange(Instant from, Instant to, WindowSize size) {
        if (!from.isBefore(to)) {
            throw problem(HttpStatus.BAD_REQUEST, "from: " + from + " is not before to: " + to);
        }
        if (Duration.between(from, to).dividedBy(size.hop()) > settings.maxWindows()) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    "from, to: the range spans more than " + settings.maxWindows() + " windows of " + size.id());
        }
    }

    private static Instant instant(String parameter, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw problem(
                    HttpStatus.BAD_REQUEST,
                    parameter + ": not an ISO 8601 instant such as 2026-11-20T14:00:00Z: " + text);
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
