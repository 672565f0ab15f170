package io.luxqoe.kpi.query.keys;

import io.luxqoe.kpi.query.answer.Answers;
import io.luxqoe.kpi.query.answer.Completeness;
import io.luxqoe.kpi.query.question.Questions;
import io.luxqoe.kpi.query.read.KpiReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /api/v1/axes/{axis}/keys}: what there is on an axis. */
@RestController
@RequestMapping("/api/v1/axes")
@Tag(name = "Catalogue")
final class KeysController {

    private static final int MOST_KEYS = 1_000;

    /**
     * Keys of an axis.
     *
     * @param keys in the order of their code points
     * @param next where the keys that the limit left out are; null if there are none
     */
    record Keys(String axis, String prefix, Completeness completeness, List<String> keys, @Nullable String next) {}

    private final Questions questions;
    private final KpiReader reader;
    private final Answers answers;

    KeysController(Questions questions, KpiReader reader, Answers answers) {
        this.questions = questions;
        this.reader = reader;
        this.answers = answers;
    }

    @GetMapping("/{axis}/keys")
    @Operation(summary = "Keys of an axis that have events in the coarsest windows that are open, page by page")
    ResponseEntity<Keys> keys(
            @PathVariable("axis") String axis,
            @Parameter(description = "What the keys begin with", example = "208-20-")
                    @RequestParam(name = "prefix", defaultValue = "")
                    String prefix,
            @Parameter(description = "The key before the first")
                    @RequestParam(name = "after", required = false)
                    @Nullable
                    String after,
            @Parameter(description = "Most keys; 1 to 1,000") @RequestParam(name = "limit", defaultValue = "100")
                    int limit,
            @Parameter(description = "'complete' for 503 instead of an answer without some partitions")
                    @RequestParam(name = "require", required = false)
                    @Nullable
                    String require) {
        questions.axisOfPath(axis);
        Questions.key("prefix", prefix);
        if (after != null) {
            Questions.key("after", after);
        }
        Questions.limit(limit, MOST_KEYS);
        List<String> families = questions.familiesOn(axis);
        Set<Integer> partitions = new HashSet<>();
        families.forEach(family -> partitions.addAll(reader.partitionsOf(family, axis)));

        // one more than asked for tells whether there are more
        KpiReader.Keys range = new KpiReader.Keys(prefix, after, limit + 1);
        Answers.Made<KeyList> made = answers.ask(new KeysQuery(reader, families, axis, range), partitions, require);
        List<String> found = made.content().keys();
        List<String> keys = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? next(axis, prefix, keys.get(limit - 1), limit) : null;
        return Answers.changing(new Keys(axis, prefix, made.completeness(), keys, next));
    }

    private static String next(String axis, String prefix, String after, int limit) {
        return UriComponentsBuilder.fromPath("/api/v1/axes/{axis}/keys")
                .queryParam("prefix", "{prefix}")
                .queryParam("after", "{after}")
                .queryParam("limit", limit)
                .encode()
                .buildAndExpand(axis, prefix, after)
                .toUriString();
    }
}
