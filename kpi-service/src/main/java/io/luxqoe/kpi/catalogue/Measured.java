package io.luxqoe.kpi.catalogue;

/**
 * What a family has measured for a key in a window, as formulas see it. A measurement is addressed by its position among
 * those of its kind.
 */
public interface Measured {

    /** A sum. */
    double sum(int sum);

    /** How many values a distribution has. */
    double count(int distribution);

    /**
     * The value below which a share of a distribution's values lies.
     *
     * @param q from 0 to 1
     * @return anything where the distribution has no values: formulas ask for the count first
     */
    double quantile(int distribution, double q);

    /** Estimate of how many different ones a distinct count has seen. */
    double distinct(int distinct);
}
