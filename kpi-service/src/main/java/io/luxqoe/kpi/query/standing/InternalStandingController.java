package io.luxqoe.kpi.query.standing;

import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.streams.routing.PartitionAnswer;
import io.luxqoe.streams.routing.QueryRouter;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers other instances how far the partitions of this one are. */
@RestController
final class InternalStandingController {

    private final Questions questions;
    private final KpiReader reader;
    private final QueryRouter router;

    InternalStandingController(Questions questions, KpiReader reader, QueryRouter router) {
        this.questions = questions;
        this.reader = reader;
        this.router = router;
    }

    @GetMapping(StandingQuery.PATH)
    PartitionAnswer<Standing> standing(
            @RequestParam(name = "family") String family,
            @RequestParam(name = "window") String window,
            @RequestParam(name = "partitions") List<Integer> partitions) {
        StandingQuery query =
                new StandingQuery(reader, family, questions.window(window).id());
        return router.answer(query, Set.copyOf(partitions));
    }
}
