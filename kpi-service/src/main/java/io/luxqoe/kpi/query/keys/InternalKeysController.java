package io.luxqoe.kpi.query.keys;

import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.KpiReader;
import io.luxqoe.streams.routing.PartitionAnswer;
import io.luxqoe.streams.routing.QueryRouter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers other instances for the keys that this one has. */
@RestController
final class InternalKeysController {

    private final Questions questions;
    private final KpiReader reader;
    private final QueryRouter router;

    InternalKeysController(Questions questions, KpiReader reader, QueryRouter router) {
        this.questions = questions;
        this.reader = reader;
        this.router = router;
    }

    @GetMapping(KeysQuery.PATH)
    PartitionAnswer<KeyList> keys(
            @RequestParam(name = "families") List<String> families,
            @RequestParam(name = "axis") String axis,
            @RequestParam(name = "prefix") String prefix,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit") int limit,
            @RequestParam(name = "partitions") List<Integer> partitions) {
        KeysQuery query =
                new KeysQuery(reader, families, questions.axis(axis), new KpiReader.Keys(prefix, after, limit));
        return router.answer(query, Set.copyOf(partitions));
    }
}
