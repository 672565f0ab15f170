package io.luxqoe.kpi.query.series;

import io.luxqoe.kpi.axis.Axis;
import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.query.answer.Answers;
import io.luxqoe.kpi.query.answer.Completeness;
import io.luxqoe.kpi.query.answer.Freshness;
import io.luxqoe.kpi.query.question.InvalidQuestionException;
import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.KpiPoint;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Subject;
import io.luxqoe.kpi.query.read.WindowGrid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /api/v1/kpis/{kpi}/values}: one KPI of one key over time. */
@RestController
@RequestMapping("/api/v1/kpis")
@Tag(name = "Values")
final class ValuesController {

    private static final Duration DEFAULT_RANGE = Duration.ofHours(24);
    private static final int MOST_VALUES = 10_000;

    /**
     * Values of one KPI and key.
     *
     * @param from first start that was asked for, inclusive
     * @param to last start that was asked for, exclusive
     * @param values windows that have events, by their start
     * @param next where the values that the limit left out are; null if there are none
     */
    record Values(
            String kpi,
            String unit,
            String axis,
            String key,
            String window,
            Instant from,
            Instant to,
            @Nullable Instant watermark,
            @Nullable Duration lag,
            Duration staleness,
            Completeness completeness,
            List<WindowValue> values,
            @Nullable String next) {}

    private final Questions questions;
    private final KpiReader reader;
    private final Answers answers;
    private final QuerySettings settings;
    private final InstantSource clock;

    ValuesController(
            Questions questions, KpiReader reader, Answers answers, QuerySettings settings, InstantSource clock) {
        this.questions = questions;
        this.reader = reader;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/{kpi}/values")
    @Operation(summary = "Values of the windows that start in a range and have events; with an ETag if all are FINAL")
    ResponseEntity<Values> values(
            @PathVariable("kpi") String kpiId,
            @Parameter(description = "Axis", example = "region") @RequestParam(name = "axis") String axis,
            @Parameter(description = "Value on the axis", example = "Bretagne") @RequestParam(name = "key") String key,
            @Parameter(description = "Window size; the base size unless given", example = "PT1M")
                    @RequestParam(name = "window", required = false)
                    @Nullable
                    String size,
            @Parameter(description = "First start, ISO 8601 instant; 24 hours before 'to' unless given")
                    @RequestParam(name = "from", required = false)
                    @Nullable
                    String from,
            @Parameter(description = "Last start, exclusive, ISO 8601 instant; after the window of now unless given")
                    @RequestParam(name = "to", required = false)
                    @Nullable
                    String to,
            @Parameter(description = "Most values, the oldest of the range; 1 to 10,000")
                    @RequestParam(name = "limit", defaultValue = "10000")
                    int limit) {
        Kpi kpi = questions.kpi(kpiId);
        WindowGrid window = questions.window(size);
        Subject subject = questions.subject(kpi, axis, window);
        Questions.key("key", key);
        Questions.limit(limit, MOST_VALUES);
        Instant end = to == null ? clock.instant().plus(window.hop()) : Questions.instant("to", to);
        Instant start = from == null ? end.minus(DEFAULT_RANGE) : Questions.instant("from", from);
        requireRange(start, end, window);

        // one more than asked for tells whether there are more
        KpiReader.Starts range = new KpiReader.Starts(start.toEpochMilli(), end.toEpochMilli(), limit + 1);
        Answers.Made<Series> made =
                answers.ask(new SeriesQuery(reader, subject, key, range), reader.partitionOf(subject, key));
        List<KpiPoint> points = made.content().points();
        List<WindowValue> values =
                points.stream().limit(limit).map(WindowValue::of).toList();
        Freshness freshness = answers.freshness(made.content().standing());
        Values body = new Values(
                kpi.id(),
                kpi.unit(),
                axis,
                key,
                window.id(),
                start,
                end,
                freshness.watermark(),
                freshness.lag(),
                freshness.staleness(),
                made.completeness(),
                values,
                points.size() > limit ? next(subject, key, points.get(limit).start(), end, limit) : null);
        long lastEnd = window.endOf(window.startOf(end.toEpochMilli() - 1));
        // other is closed by a task of its own, after the keys
        boolean lasting = lastEnd <= made.content().standing().finalUntil() && !key.equals(Axis.OTHER);
        return lasting ? Answers.lasting(body, List.of(subject, key, range, values)) : Answers.changing(body);
    }

    private void requireRange(Instant from, Instant to, WindowGrid window) {
        if (!from.isBefore(to)) {
            throw InvalidQuestionException.of("from", from + " is not before to: " + to);
        }
        if (Duration.between(from, to).dividedBy(window.hop()) > settings.maxWindows()) {
            throw InvalidQuestionException.of(
                    "from",
                    "the range to 'to' spans more than " + settings.maxWindows() + " windows of " + window.id());
        }
    }

    private static String next(Subject subject, String key, Instant from, Instant to, int limit) {
        return UriComponentsBuilder.fromPath("/api/v1/kpis/{kpi}/values")
                .queryParam("axis", "{axis}")
                .queryParam("key", "{key}")
                .queryParam("window", "{window}")
                .queryParam("from", from)
                .queryParam("to", to)
                .queryParam("limit", limit)
                .encode()
                .buildAndExpand(subject.kpi(), subject.axis(), key, subject.window())
                .toUriString();
    }
}
