package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.query.answer.Answers;
import io.luxqoe.kpi.query.answer.Completeness;
import io.luxqoe.kpi.query.answer.Freshness;
import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.Baseline;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/kpis/{kpi}/worst}: the keys of an axis that are worst in a window. */
@RestController
@RequestMapping("/api/v1/kpis")
@Tag(name = "Values")
final class WorstController {

    private static final int MOST_ROWS = 1_000;

    /** A key and its value; ranks count from 1. */
    record Row(
            int rank,
            String key,
            double value,
            long samples,
            boolean fewSamples,
            boolean suspect,
            List<String> suspectReasons,
            @Nullable Baseline baseline) {}

    /**
     * The first keys of a window.
     *
     * @param start start of the window, inclusive; null if none is FINAL yet, and no time was given
     * @param end end of the window, exclusive
     * @param status FINAL if the window is, for every key
     * @param keysRanked keys that were ranked, those after the rows included
     * @param keysWithFewSamples keys that were left out, since they have too few samples
     * @param keysWithoutValue keys that were left out, since the KPI has no value for them
     */
    record Worst(
            String kpi,
            String unit,
            Kpi.Direction direction,
            String axis,
            String window,
            String order,
            @Nullable Instant start,
            @Nullable Instant end,
            KpiWindowStatus status,
            @Nullable Instant watermark,
            @Nullable Duration lag,
            Duration staleness,
            Completeness completeness,
            long keysRanked,
            long keysWithFewSamples,
            long keysWithoutValue,
            List<Row> rows) {}

    /** How many windows without keys are passed over: when traffic has stopped, the newest that are FINAL have none. */
    private static final int LOOK_BACK = 120;

    private final Questions questions;
    private final KpiReader reader;
    private final Rankings rankings;
    private final Answers answers;

    WorstController(Questions questions, KpiReader reader, Rankings rankings, Answers answers) {
        this.questions = questions;
        this.reader = reader;
        this.rankings = rankings;
        this.answers = answers;
    }

    @GetMapping("/{kpi}/worst")
    @Operation(
            summary =
                    "The worst keys of an axis: in the newest window that is FINAL and has any, unless a time is given")
    ResponseEntity<Worst> worst(
            @PathVariable("kpi") String kpiId,
            @Parameter(description = "Axis", example = "cell") @RequestParam(name = "axis") String axis,
            @Parameter(description = "Window size; the base size unless given", example = "PT15M")
                    @RequestParam(name = "window", required = false)
                    @Nullable
                    String size,
            @Parameter(description = "A time in the window, ISO 8601 instant; the window may be PROVISIONAL then")
                    @RequestParam(name = "at", required = false)
                    @Nullable
                    String at,
            @Parameter(description = "Most rows; 1 to 1,000") @RequestParam(name = "limit", defaultValue = "20")
                    int limit,
            @Parameter(description = "worst, best, highest or lowest first")
                    @RequestParam(name = "order", defaultValue = "worst")
                    String order,
            @Parameter(description = "Whether keys with too few samples are ranked, too")
                    @RequestParam(name = "fewSamples", defaultValue = "false")
                    boolean fewSamples,
            @Parameter(description = "'complete' for 503 instead of an answer without some partitions")
                    @RequestParam(name = "require", required = false)
                    @Nullable
                    String require) {
        Kpi kpi = questions.kpi(kpiId);
        WindowGrid window = questions.window(size);
        Subject subject = questions.subject(kpi, axis, window);
        Order byValue = Questions.word("order", order, Order.class).byValue(kpi);
        Questions.limit(limit, MOST_ROWS);
        LongFunction<Asked> asking = start -> new Asked(subject, start, window.endOf(start), byValue, fewSamples);
        Function<Asked, Answers.Made<Ranking>> ranking = asked -> answers.ask(
                new RankingQuery(rankings, asked, limit), reader.partitionsOf(subject.family(), axis), require);
        if (at == null) {
            return Answers.changing(newest(kpi, subject, window, order, require, asking, ranking));
        }
        Asked asked = asking.apply(window.startOf(Questions.instant("at", at).toEpochMilli()));
        Answers.Made<Ranking> made = ranking.apply(asked);
        Worst body = body(kpi, asked, order, made);
        return made.isComplete() && made.content().isFinal()
                ? Answers.lasting(body, List.of(asked, limit, made.content().rows()))
                : Answers.changing(body);
    }

    /** Of the newest FINAL window that has keys; of the newest if none has, or if it is not known of all. */
    private Worst newest(
            Kpi kpi,
            Subject subject,
            WindowGrid window,
            String order,
            @Nullable String require,
            LongFunction<Asked> asking,
            Function<Asked, Answers.Made<Ranking>> ranking) {
        Answers.Made<Standing> standing = answers.ask(
                new StandingQuery(reader, subject.family(), window.id()),
                reader.partitionsOf(subject.family(), subject.axis()),
                require);
        if (standing.content().finalUntil() == Standing.NONE) {
            return noneIsFinal(kpi, subject, order, standing);
        }
        Asked newest = asking.apply(window.lastEndedBy(standing.content().finalUntil()));
        Answers.Made<Ranking> ofNewest = ranking.apply(newest);
        Asked asked = newest;
        Answers.Made<Ranking> made = ofNewest;
        for (int back = 1;
                back < LOOK_BACK && made.isComplete() && made.content().isEmpty();
                back++) {
            asked = asking.apply(window.startOf(asked.start() - 1));
            made = ranking.apply(asked);
        }
        return made.content().isEmpty() ? body(kpi, newest, order, ofNewest) : body(kpi, asked, order, made);
    }

    private Worst noneIsFinal(Kpi kpi, Subject subject, String order, Answers.Made<Standing> standing) {
        Freshness freshness = answers.freshness(standing.content());
        return new Worst(
                kpi.id(),
                kpi.unit(),
                kpi.direction(),
                subject.axis(),
                subject.window(),
                order,
                null,
                null,
                KpiWindowStatus.PROVISIONAL,
                freshness.watermark(),
                freshness.lag(),
                freshness.staleness(),
                standing.completeness(),
                0,
                0,
                0,
                List.of());
    }

    private Worst body(Kpi kpi, Asked asked, String order, Answers.Made<Ranking> made) {
        Ranking ranking = made.content();
        Freshness freshness = answers.freshness(ranking.standing());
        return new Worst(
                kpi.id(),
                kpi.unit(),
                kpi.direction(),
                asked.subject().axis(),
                asked.subject().window(),
                order,
                Instant.ofEpochMilli(asked.start()),
                Instant.ofEpochMilli(asked.end()),
                ranking.status(),
                freshness.watermark(),
                freshness.lag(),
                freshness.staleness(),
                made.completeness(),
                ranking.ranked(),
                ranking.fewSamples(),
                ranking.noValue(),
                rows(ranking.rows()));
    }

    private static List<Row> rows(List<KpiPoint> points) {
        List<Row> rows = new ArrayList<>(points.size());
        for (KpiPoint point : points) {
            rows.add(new Row(
                    rows.size() + 1,
                    point.key(),
                    Objects.requireNonNull(point.value(), "a key without a value is not ranked"),
                    point.samples(),
                    point.fewSamples(),
                    point.suspect(),
                    point.suspectReasons(),
                    point.baseline()));
        }
        return rows;
    }
}
