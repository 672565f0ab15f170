package io.luxqoe.kpi.catalogue;

import io.luxqoe.kpi.measurement.MeasurementFamily;

/**
 * An expression over the measurements of a family: sums by their names, numbers, {@code + - * /} and parentheses,
 * {@code min(a, b, …)}, {@code max(a, b, …)}, {@code sqrt(a)}, {@code percentile(distribution, p)} with p from 0 to 100,
 * {@code count(distribution)} and {@code distinct(measurement)}. A division by 0, a percentile of no values and the root of
 * a negative number are absent, and so is what is made of them.
 *
 * <p>Compiled once; a formula reaches nothing but measurements and costs what its operations cost.
 */
public final class Formula {

    private final String text;
    private final Term term;

    private Formula(String text, Term term) {
        this.text = text;
        this.term = term;
    }

    /**
     * Compiles a formula.
     *
     * @param text at most 1,000 characters, nested at most 50 deep
     * @throws FormulaException if it is none, with the column
     */
    static Formula compile(String text, MeasurementFamily family) {
        return new Formula(text, new FormulaCompiler(family).compile(FormulaSyntax.parse(text)));
    }

    /** The formula as it was written. */
    public String text() {
        return text;
    }

    /** Its value for what was measured; NaN if it has none. */
    public double of(Measured measured) {
        double value = term.of(measured);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    @Override
    public String toString() {
        return text;
    }
}
