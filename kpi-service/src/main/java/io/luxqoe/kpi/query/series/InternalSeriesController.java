package io.luxqoe.kpi.query.series;

import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.streams.routing.PartitionAnswer;
import io.luxqoe.streams.routing.QueryRouter;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers other instances for the series that this one has. */
@RestController
final class InternalSeriesController {

    private final Questions questions;
    private final KpiReader reader;
    private final QueryRouter router;

    InternalSeriesController(Questions questions, KpiReader reader, QueryRouter router) {
        this.questions = questions;
        this.reader = reader;
        this.router = router;
    }

    @GetMapping(SeriesQuery.PATH)
    PartitionAnswer<Series> series(
            @RequestParam(name = "kpi") String kpi,
            @RequestParam(name = "axis") String axis,
            @RequestParam(name = "key") String key,
            @RequestParam(name = "window") String window,
            @RequestParam(name = "from") long from,
            @RequestParam(name = "to") long to,
            @RequestParam(name = "limit") int limit,
            @RequestParam(name = "partitions") List<Integer> partitions) {
        SeriesQuery query = new SeriesQuery(
                reader,
                questions.subject(questions.kpi(kpi), axis, questions.window(window)),
                key,
                new KpiReader.Starts(from, to, limit));
        return router.answer(query, Set.copyOf(partitions));
    }
}
