package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.WindowGrid;
import io.luxqoe.streams.routing.PartitionAnswer;
import io.luxqoe.streams.routing.QueryRouter;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers other instances for the keys that this one has. */
@RestController
final class InternalRankingController {

    private final Questions questions;
    private final Rankings rankings;
    private final QueryRouter router;

    InternalRankingController(Questions questions, Rankings rankings, QueryRouter router) {
        this.questions = questions;
        this.rankings = rankings;
        this.router = router;
    }

    @GetMapping(RankingQuery.PATH)
    PartitionAnswer<Ranking> ranking(
            @RequestParam(name = "kpi") String kpi,
            @RequestParam(name = "axis") String axis,
            @RequestParam(name = "window") String size,
            @RequestParam(name = "start") long start,
            @RequestParam(name = "order") String order,
            @RequestParam(name = "fewSamples") boolean fewSamples,
            @RequestParam(name = "limit") int limit,
            @RequestParam(name = "partitions") List<Integer> partitions) {
        WindowGrid window = questions.window(size);
        Asked asked = new Asked(
                questions.subject(questions.kpi(kpi), axis, window),
                start,
                window.endOf(start),
                Questions.word("order", order, Order.class),
                fewSamples);
        return router.answer(new RankingQuery(rankings, asked, limit), Set.copyOf(partitions));
    }
}
