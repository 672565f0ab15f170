package io.luxqoe.kpi.query.answer;

import io.luxqoe.kpi.query.question.QuerySettings;
import io.luxqoe.streams.routing.PartitionUnavailableException;
import io.luxqoe.streams.routing.TooManyQueriesException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What cannot be answered now, as problem details (RFC 9457): 503 with {@code Retry-After}. */
@RestControllerAdvice
public final class Problems {

    private final QuerySettings settings;

    Problems(QuerySettings settings) {
        this.settings = settings;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> incomplete(IncompleteAnswerException e) {
        ProblemDetail problem = problem(String.valueOf(e.getMessage()));
        problem.setProperty("completeness", e.completeness());
        return later(problem);
    }

    @ExceptionHandler({PartitionUnavailableException.class, TooManyQueriesException.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException e) {
        return later(problem(String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> moving(InvalidStateStoreException e) {
        return later(problem("the stores are moving or loading"));
    }

    private ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(settings.retryAfter().toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(String detail) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }
}
