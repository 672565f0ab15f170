package io.luxqoe.kpi.catalogue;

/**
 * A formula, compiled: a tree of operations on doubles, which is walked for every key of every window and allocates
 * nothing. NaN stands for what is absent, and what is made of it is absent.
 */
sealed interface Term {

    /** Its value for what was measured; NaN if it has none. */
    double of(Measured measured);

    record Constant(double value) implements Term {
        @Override
        public double of(Measured measured) {
            return value;
        }
    }

    record Sum(int sum) implements Term {
        @Override
        public double of(Measured measured) {
            return measured.sum(sum);
        }
    }

    record Count(int distribution) implements Term {
        @Override
        public double of(Measured measured) {
            return measured.count(distribution);
        }
    }

    record Quantile(int distribution, double q) implements Term {
        @Override
        public double of(Measured measured) {
            return measured.count(distribution) == 0 ? Double.NaN : measured.quantile(distribution, q);
        }
    }

    record Distinct(int distinct) implements Term {
        @Override
        public double of(Measured measured) {
            return measured.distinct(distinct);
        }
    }

    record Plus(Term left, Term right) implements Term {
        @Override
        public double of(Measured measured) {
            return left.of(measured) + right.of(measured);
        }
    }

    record Minus(Term left, Term right) implements Term {
        @Override
        public double of(Measured measured) {
            return left.of(measured) - right.of(measured);
        }
    }

    record Times(Term left, Term right) implements Term {
        @Override
        public double of(Measured measured) {
            return left.of(measured) * right.of(measured);
        }
    }

    /** Absent where the divisor is 0. */
    record Ratio(Term dividend, Term divisor) implements Term {
        @Override
        public double of(Measured measured) {
            double by = divisor.of(measured);
            return by == 0 ? Double.NaN : dividend.of(measured) / by;
        }
    }

    record Negative(Term of) implements Term {
        @Override
        public double of(Measured measured) {
            return -of.of(measured);
        }
    }

    record Least(Term left, Term right) implements Term {
        @Override
        public double of(Measured measured) {
            return Math.min(left.of(measured), right.of(measured));
        }
    }

    record Greatest(Term left, Term right) implements Term {
        @Override
        public double of(Measured measured) {
            return Math.max(left.of(measured), right.of(measured));
        }
    }

    /** Absent below 0. */
    record Root(Term of) implements Term {
        @Override
        public double of(Measured measured) {
            return Math.sqrt(of.of(measured));
        }
    }
}
