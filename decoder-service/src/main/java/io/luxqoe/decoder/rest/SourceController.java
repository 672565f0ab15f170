package io.luxqoe.decoder.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.luxqoe.decoder.source.SourceStatement;
import io.luxqoe.decoder.source.SourceStatuses;
import io.luxqoe.schemas.SourceStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/sources}: the sources of all instances, whichever instance is asked, as of their last statuses. */
@RestController
@RequestMapping("/api/v1/sources")
final class SourceController {
    private static final int MAX_LIMIT = 10_000;

    private final SourceReader reader;

    SourceController(SourceReader reader) {
        this.reader = reader;
    }

    /**
     * Sources asked for.
     *
     * @param asOf when the last status of any source was published
     * @param total how many sources the filters leave, on all pages
     * @param sources those of this page, in the order of their ids
     * @param next to be given as {@code after} for the next page; absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SourceList(@Nullable Instant asOf, int total, List<SourceView> sources, @Nullable String next) {}

    /**
     * Sources by how they do.
     *
     * @param silent true for those that are silent beyond their habit, false for the others
     * @param gaps true for those with numbers missing, false for the others
     * @param after id that the page begins behind
     * @param limit most sources to answer, 1 to 10,000
     */
    @GetMapping
    SourceList sources(
            @RequestParam(name = "silent", required = false) @Nullable Boolean silent,
            @RequestParam(name = "gaps", required = false) @Nullable Boolean gaps,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "1000") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "limit: must be 1 to " + MAX_LIMIT);
        }
        SourceStatuses statuses = reader.sources();
        List<SourceStatement> found = statuses.all().stream()
                .filter(source -> silent == null || silent == isSilent(source.status()))
                .filter(source -> gaps == null || gaps == source.status().getGapsFound() > 0)
                .toList();
        List<SourceView> behind = found.stream()
                .map(SourceView::of)
                .filter(source -> source.source().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        boolean isLast = behind.size() <= limit;
        List<SourceView> page = isLast ? behind : behind.subList(0, limit);
        return new SourceList(
                statuses.asOf(),
                found.size(),
                page,
                isLast ? null : page.get(limit - 1).source());
    }

    private static boolean isSilent(SourceStatus status) {
        return status.getSilentSince() != null;
    }

    /** One source. */
    @GetMapping("/{source}")
    SourceView source(@PathVariable("source") String source) {
        return reader.sources()
                .source(source)
                .map(SourceView::of)
                .orElseThrow(() -> Problems.of(HttpStatus.NOT_FOUND, "no source " + source + " is known"));
    }
}
