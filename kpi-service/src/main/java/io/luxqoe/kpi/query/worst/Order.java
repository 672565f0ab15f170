package io.luxqoe.kpi.query.worst;

import io.luxqoe.kpi.catalogue.Kpi;
import io.luxqoe.kpi.query.question.InvalidQuestionException;

/** Which keys come first. */
enum Order {
    /** The worst by the KPI's direction. */
    WORST,
    /** The best by the KPI's direction. */
    BEST,
    /** The highest values. */
    HIGHEST,
    /** The lowest values. */
    LOWEST;

    /** This order as one by values; a KPI without a direction has no worst and no best. */
    Order byValue(Kpi kpi) {
        if (this == HIGHEST || this == LOWEST) {
            return this;
        }
        return switch (kpi.direction()) {
            case HIGHER_IS_BETTER -> this == WORST ? LOWEST : HIGHEST;
            case LOWER_IS_BETTER -> this == WORST ? HIGHEST : LOWEST;
            case NEUTRAL ->
                throw InvalidQuestionException.of(
                        "order", kpi.id() + " has no direction, so neither worst nor best: ask for highest or lowest");
        };
    }
}
