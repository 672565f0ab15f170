package io.luxqoe.kpi.query.series;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.query.answer.Answers;
import io.luxqoe.kpi.query.answer.Completeness;
import io.luxqoe.kpi.query.answer.Freshness;
import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.query.read.WindowGrid;
import io.luxqoe.kpi.query.standing.StandingQuery;
import io.luxqoe.schemas.KpiWindowStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/kpis/{kpi}/compare}: a window against the baseline of its hour of the week. */
@RestController
@RequestMapping("/api/v1/kpis")
@Tag(name = "Values")
final class CompareController {

    private static final int LOOK_BACK = 120;

    /**
     * A value and what history says of it.
     *
     * @param assessment what the value is against its baseline
     * @param usualDeviation standard deviations up to which it is as usual
     * @param current the window, with its baseline; null if there is none
     */
    record Comparison(
            String kpi,
            String unit,
            Kpi.Direction direction,
            String axis,
            String key,
            String window,
            Assessment assessment,
            double usualDeviation,
            @Nullable WindowValue current,
            @Nullable Instant watermark,
            @Nullable Duration lag,
            Duration staleness,
            Completeness completeness) {}

    private final Questions questions;
    private final KpiReader reader;
    private final Answers answers;
    private final QuerySettings settings;

    CompareController(Questions questions, KpiReader reader, Answers answers, QuerySettings settings) {
        this.questions = questions;
        this.reader = reader;
        this.answers = answers;
        this.settings = settings;
    }

    @GetMapping("/{kpi}/compare")
    @Operation(summary = "A window against its baseline: the newest FINAL one, unless a time is given")
    ResponseEntity<Comparison> compare(
            @PathVariable("kpi") String kpiId,
            @Parameter(description = "Axis", example = "region") @RequestParam(name = "axis") String axis,
            @Parameter(description = "Value on the axis", example = "Bretagne") @RequestParam(name = "key") String key,
            @Parameter(description = "Window size; the base size unless given", example = "PT1M")
                    @RequestParam(name = "window", required = false)
                    @Nullable
                    String size,
            @Parameter(description = "A time in the window, ISO 8601 instant; the window may be PROVISIONAL then")
                    @RequestParam(name = "at", required = false)
                    @Nullable
                    String at) {
        Kpi kpi = questions.kpi(kpiId);
        WindowGrid window = questions.window(size);
        Subject subject = questions.subject(kpi, axis, window);
        Questions.key("key", key);
        int partition = reader.partitionOf(subject, key);
        KpiReader.Starts range =
                at == null ? newest(partition, subject, window) : windowOf(Questions.instant("at", at), window);

        Answers.Made<Series> made = answers.ask(new SeriesQuery(reader, subject, key, range), partition);
        List<KpiPoint> points = made.content().points();
        KpiPoint current = points.stream()
                .filter(point -> at != null || point.status() == KpiWindowStatus.FINAL)
                .reduce((older, newer) -> newer)
                .orElse(null);
        Freshness freshness = answers.freshness(made.content().standing());
        Comparison body = new Comparison(
                kpi.id(),
                kpi.unit(),
                kpi.direction(),
                axis,
                key,
                window.id(),
                Assessment.of(current, kpi.direction(), settings.usualDeviation()),
                settings.usualDeviation(),
                current == null ? null : WindowValue.of(current),
                freshness.watermark(),
                freshness.lag(),
                freshness.staleness(),
                made.completeness());
        boolean lasting = at != null && current != null && current.status() == KpiWindowStatus.FINAL;
        return lasting
                ? Answers.lasting(body, List.of(subject, key, range, points, body.assessment()))
                : Answers.changing(body);
    }

    /** The last 120 windows that are FINAL: a key without events in any of them has no now. */
    private KpiReader.Starts newest(int partition, Subject subject, WindowGrid window) {
        long until = answers.ask(new StandingQuery(reader, subject.family(), window.id()), partition)
                .content()
                .finalUntil();
        if (until == Standing.NONE) {
            return new KpiReader.Starts(0, 1, 1);
        }
        long last = window.lastEndedBy(until);
        return new KpiReader.Starts(last - window.hop().multipliedBy(LOOK_BACK).toMillis(), last + 1, LOOK_BACK + 1);
    }

    private static KpiReader.Starts windowOf(Instant time, WindowGrid window) {
        long start = window.startOf(time.toEpochMilli());
        return new KpiReader.Starts(start, start + 1, 1);
    }
}
