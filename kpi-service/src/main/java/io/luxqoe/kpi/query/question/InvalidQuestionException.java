package io.luxqoe.kpi.query.question;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A question that cannot be answered as it is asked; {@code parameter} and {@code allowed} of the problem say why. */
public final class InvalidQuestionException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private InvalidQuestionException(HttpStatus status, ProblemDetail problem) {
        super(status, problem, null);
    }

    /** A parameter whose value is not allowed. */
    public static InvalidQuestionException of(String parameter, String detail) {
        return with(HttpStatus.BAD_REQUEST, parameter, parameter + ": " + detail);
    }

    /** A parameter that is not among those that are allowed. */
    public static InvalidQuestionException notAmong(String parameter, String value, List<String> allowed) {
        return notAmong(HttpStatus.BAD_REQUEST, parameter, value, allowed);
    }

    /** The path names what does not exist. */
    public static InvalidQuestionException notFound(String parameter, String value, List<String> allowed) {
        return notAmong(HttpStatus.NOT_FOUND, parameter, value, allowed);
    }

    private static InvalidQuestionException notAmong(
            HttpStatus status, String parameter, String value, List<String> allowed) {
        InvalidQuestionException invalid =
                with(status, parameter, parameter + ": there is no " + value + "; there are " + allowed);
        invalid.getBody().setProperty("allowed", allowed);
        return invalid;
    }

    private static InvalidQuestionException with(HttpStatus status, String parameter, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("parameter", parameter);
        return new InvalidQuestionException(status, problem);
    }
}
