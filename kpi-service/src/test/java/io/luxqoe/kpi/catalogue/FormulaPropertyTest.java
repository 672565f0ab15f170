package io.luxqoe.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

/** Random formulas against the value that was worked out, step by step, while their text was written. */
class FormulaPropertyTest {

    private static final FakeMeasured MEASURED = new FakeMeasured(FakeFamily.SHOP)
            .with("visits", 12)
            .with("sales", 0)
            .values("waitMs", 1L, 2L, 3L, 4L)
            .with("visitors", 7.0)
            .with("buyers", 0.0);

    /**
     * @param text a formula
     * @param value its value, or absent
     * @param binding 1 for a sum or difference, 2 for a product or ratio, 3 for what needs no parentheses
     */
    private record Written(String text, OptionalDouble value, int binding) {

        String inside(int context) {
            return binding < context ? "(" + text + ")" : text;
        }
    }

    @Test
    void aRandomFormulaIsWhatItWasWrittenToBe() {
        Random random = new Random(20261121);
        int absent = 0;
        for (int i = 0; i < 20_000; i++) {
            Written written = write(random, 4);

            double value = Formula.compile(written.text(), FakeFamily.SHOP).of(MEASURED);

            assertThat(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value + 0.0))
                    .as(written.text())
                    .isEqualTo(written.value());
            absent += written.value().isEmpty() ? 1 : 0;
        }
        assertThat(absent).isBetween(1_000, 15_000);
    }

    private static Written write(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf(random);
        }
        Written left = write(random, depth - 1);
        Written right = write(random, depth - 1);
        String space = random.nextBoolean() ? " " : "";
        return switch (random.nextInt(8)) {
            case 0 -> new Written(left.inside(1) + space + "+" + right.inside(2), both(left, right, Double::sum), 1);
            case 1 ->
                new Written(left.inside(1) + "-" + space + right.inside(2), both(left, right, (a, b) -> a - b), 1);
            case 2 ->
                new Written(left.inside(2) + space + "*" + right.inside(3), both(left, right, (a, b) -> a * b), 2);
            case 3 ->
                new Written(left.inside(2) + "/" + right.inside(3), both(left, right, FormulaPropertyTest::ratio), 2);
            case 4 ->
                new Written("min(" + left.text() + "," + space + right.text() + ")", both(left, right, Math::min), 3);
            case 5 -> new Written("max( " + left.text() + " ," + right.text() + ")", both(left, right, Math::max), 3);
            case 6 -> new Written("sqrt(" + left.text() + ")", both(left, left, (a, b) -> Math.sqrt(a)), 3);
            default -> new Written("-" + left.inside(3), both(left, left, (a, b) -> -a), 3);
        };
    }

    private static Written leaf(Random random) {
        List<Written> leaves = List.of(
                new Written("visits", OptionalDouble.of(12), 3),
                new Written("sales", OptionalDouble.of(0), 3),
                new Written("percentile(waitMs, 75)", OptionalDouble.of(3), 3),
                new Written("percentile(priceCents,75)", OptionalDouble.empty(), 3),
                new Written("count(waitMs)", OptionalDouble.of(4), 3),
                new Written("distinct(visitors)", OptionalDouble.of(7), 3),
                new Written("distinct( buyers )", OptionalDouble.of(0), 3),
                new Written("0.5", OptionalDouble.of(0.5), 3),
                new Written("3", OptionalDouble.of(3), 3));
        return leaves.get(random.nextInt(leaves.size()));
    }

    private static double ratio(double dividend, double divisor) {
        return divisor == 0 ? Double.NaN : dividend / divisor;
    }

    private static OptionalDouble both(Written left, Written right, DoubleBinaryOperator operation) {
        if (left.value().isEmpty() || right.value().isEmpty()) {
            return OptionalDouble.empty();
        }
        double value = operation.applyAsDouble(
                left.value().getAsDouble(), right.value().getAsDouble());
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value + 0.0);
    }
}
