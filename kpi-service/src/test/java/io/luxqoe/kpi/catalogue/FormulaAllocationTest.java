package io.luxqoe.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class FormulaAllocationTest {

    private static final int TIMES = 100_000;

    /** Every measurement is its position and one. */
    private static final Measured POSITIONS = new Measured() {
        @Override
        public double sum(int sum) {
            return sum + 1;
        }

        @Override
        public double count(int distribution) {
            return distribution + 1;
        }

        @Override
        public double quantile(int distribution, double q) {
            return q * (distribution + 1);
        }

        @Override
        public double distinct(int distinct) {
            return distinct + 1;
        }
    };

    @Test
    void evaluatingAllocatesNothing() {
        Formula formula = Formula.compile(
                "max(sales / visits, 0.5, distinct(buyers)) * sqrt(percentile(waitMs, 95)) - -count(priceCents)",
                FakeFamily.SHOP);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double total = evaluate(formula);

        long before = threads.getCurrentThreadAllocatedBytes();
        total += evaluate(formula);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(total).isPositive();
        assertThat(allocated).isLessThan(TIMES); // less than an octet each: some for the measuring itself
    }

    private static double evaluate(Formula formula) {
        double total = 0;
        for (int i = 0; i < TIMES; i++) {
            total += formula.of(POSITIONS);
        }
        return total;
    }
}
