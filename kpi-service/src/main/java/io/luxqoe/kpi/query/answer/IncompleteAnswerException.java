package io.luxqoe.kpi.query.answer;

/** Too little answered to say anything that is right. */
public final class IncompleteAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Completeness completeness;

    IncompleteAnswerException(Completeness completeness) {
        super("partitions that hold this cannot be read now: "
                + completeness.missing().get(0).reason());
        this.completeness = completeness;
    }

    Completeness completeness() {
        return completeness;
    }
}
