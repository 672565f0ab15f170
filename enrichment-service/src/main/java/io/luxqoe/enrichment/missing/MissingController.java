package io.luxqoe.enrichment.missing;

import io.luxqoe.enrichment.reference.ReferenceKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/references/missing}: the keys that were missed most, by table, as this instance saw it. */
@RestController
@RequestMapping("/api/v1/references")
final class MissingController {
    private static final int MOST = 100;

    private final MissedKeys missedKeys;

    /** A table and its most missed keys. */
    record MissingInTable(String table, Instant since, List<MissedKeys.Missed> keys) {}

    /** The tables of which something was missed. */
    record Missing(List<MissingInTable> tables) {}

    MissingController(MissedKeys missedKeys) {
        this.missedKeys = missedKeys;
    }

    /**
     * The most missed keys.
     *
     * @param table only of this table
     * @param limit keys of each table at most, 1 to 100
     */
    @GetMapping("/missing")
    Missing missing(
            @RequestParam(required = false) @Nullable String table, @RequestParam(defaultValue = "10") int limit) {
        if (limit < 1 || limit > MOST) {
            throw refused("limit is " + limit + ", allowed are 1 to " + MOST);
        }
        List<ReferenceKind> kinds = Arrays.stream(ReferenceKind.values())
                .filter(kind -> table == null || kind.table().equals(table))
                .toList();
        if (kinds.isEmpty()) {
            throw refused("there is no such table; there are "
                    + Arrays.stream(ReferenceKind.values())
                            .map(ReferenceKind::table)
                            .collect(Collectors.joining(", ")));
        }
        return new Missing(kinds.stream()
                .map(kind -> new MissingInTable(kind.table(), missedKeys.since(kind), missedKeys.top(kind, limit)))
                .filter(missing -> table != null || !missing.keys().isEmpty())
                .toList());
    }

    private static ErrorResponseException refused(String why) {
        return new ErrorResponseException(
                HttpStatus.BAD_REQUEST, ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, why), null);
    }
}
