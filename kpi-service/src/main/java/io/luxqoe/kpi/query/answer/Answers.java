package io.luxqoe.kpi.query.answer;

import io.luxqoe.kpi.query.question.InvalidQuestionException;
import io.luxqoe.kpi.query.read.Standing;
import io.luxqoe.streams.routing.Gathered;
import io.luxqoe.streams.routing.PartitionQuery;
import io.luxqoe.streams.routing.QueryRouter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Asks the partitions, and makes of what they answer a response that says what it is worth. */
@Component
public final class Answers {

    private static final String COMPLETE = "complete";
    private static final int TAG_OCTETS = 16;

    private final QueryRouter router;
    private final InstantSource clock;

    Answers(QueryRouter router, InstantSource clock) {
        this.router = router;
        this.clock = clock;
    }

    /**
     * An answer and what it is made of.
     *
     * @param content the merged answer
     */
    public record Made<A>(A content, Completeness completeness) {

        /** Whether every partition is in it. */
        public boolean isComplete() {
            return completeness.missing().isEmpty();
        }
    }

    /**
     * Asks partitions.
     *
     * @param require {@code complete} if an answer without some of them is of no use; null if it is of use
     * @throws IncompleteAnswerException if none answered, or not all and all are required
     */
    public <A> Made<A> ask(PartitionQuery<A> query, Set<Integer> partitions, @Nullable String require) {
        if (require != null && !require.equals(COMPLETE)) {
            throw InvalidQuestionException.notAmong("require", require, List.of(COMPLETE));
        }
        Gathered<A> gathered = router.ask(query, partitions);
        Completeness completeness = Completeness.of(gathered);
        if (gathered.answer().isEmpty() || (require != null && !gathered.complete())) {
            throw new IncompleteAnswerException(completeness);
        }
        return new Made<>(gathered.answer().get(), completeness);
    }

    /** Asks the one partition that can answer. */
    public <A> Made<A> ask(PartitionQuery<A> query, int partition) {
        return ask(query, Set.of(partition), COMPLETE);
    }

    /** How fresh an answer is now. */
    public Freshness freshness(Standing standing) {
        return Freshness.of(standing, clock.instant());
    }

    /** A response that may change: clients may keep it, but not use it unasked. */
    public static <B> ResponseEntity<B> changing(B body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(body);
    }

    /**
     * A response made of FINAL windows alone, with a weak {@code ETag}: what it says of the windows stays, what it says of
     * its freshness does not. Spring answers {@code If-None-Match} with 304.
     *
     * @param lasting what stays
     */
    public static <B> ResponseEntity<B> lasting(B body, Object lasting) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag("W/\"" + digest(lasting.toString()) + "\"")
                .body(body);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_OCTETS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
