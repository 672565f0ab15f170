package io.luxqoe.kpi.query.stream;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** There is no place for one more stream on this instance now. */
final class StreamsTakenException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    StreamsTakenException(int most, boolean stopping, Duration retryAfter) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        stopping
                                ? "this instance stops"
                                : "this instance streams to as many clients as it does at once: " + most),
                null);
        this.retryAfter = retryAfter;
    }

    @Override
    public HttpHeaders getHeaders() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        return headers;
    }
}
