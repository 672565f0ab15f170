package io.luxqoe.kpi.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {

    private static final FakeMeasured MEASURED = new FakeMeasured(FakeFamily.SHOP)
            .with("visits", 8)
            .with("sales", 2)
            .values("waitMs", 10L, 20L, 30L, 40L)
            .values("priceCents", 500L)
            .with("visitors", 5.0)
            .with("buyers", 3.0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "visits                                  | 8",
                "2.5e1                                   | 25",
                "sales / visits                          | 0.25",
                "visits - sales - 1                      | 5",
                "visits - (sales - 1)                    | 7",
                "visits / sales / 2                      | 2",
                "2 + 3 * visits                          | 26",
                "(2 + 3) * visits                        | 40",
                "-visits + -(-sales)                     | -6",
                "2 * -sales                              | -4",
                "min(visits, sales, 7)                   | 2",
                "max(visits, sales, 7)                   | 8",
                "sqrt(visits * sales)                    | 4",
                "percentile(waitMs, 50)                  | 20",
                "percentile(priceCents, 99.9) / 100      | 5",
                "count(waitMs) + count(priceCents)       | 5",
                "distinct(buyers) / distinct(visitors)   | 0.6"
            })
    void aFormulaIsItsArithmetic(String formula, double value) {
        assertThat(Formula.compile(formula, FakeFamily.SHOP).of(MEASURED)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visits / (sales - 2)",
                "0 / 0",
                "1 + visits / 0",
                "min(3, 1 / 0)",
                "max(3, 1 / 0)",
                "sqrt(-sales)",
                "0 * (1 / 0)",
                "1e300 * 1e300"
            })
    void whatArithmeticDoesNotGiveIsAbsent(String formula) {
        assertThat(Formula.compile(formula, FakeFamily.SHOP).of(MEASURED)).isNaN();
    }

    @Test
    void thePercentileOfNoValuesIsAbsentAndTheirCountIsZero() {
        FakeMeasured nothing = new FakeMeasured(FakeFamily.SHOP);

        assertThat(Formula.compile("percentile(waitMs, 95)", FakeFamily.SHOP).of(nothing))
                .isNaN();
        assertThat(Formula.compile("count(waitMs)", FakeFamily.SHOP).of(nothing))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "visits + rings               | column 10: no measurement rings in family shop; it has [visits, waitMs,",
                "Visits                       | column 1: no measurement Visits",
                "PI                           | column 1: no measurement PI",
                "waitMs / 1000                | column 1: waitMs is a distribution, for percentile and count",
                "2 * visitors                 | column 5: visitors is a distinct count, for distinct",
                "percentile(visits, 95)       | column 12: visits is a sum, and stands for itself",
                "count(visitors)              | column 7: visitors is a distinct count, for distinct",
                "distinct(waitMs)             | column 10: waitMs is a distribution",
                "percentile(2 * waitMs, 95)   | column 14: the name of a measurement is missing here, there are [waitMs,",
                "percentile(waitMs, 101)      | column 20: a percentile is a number from 0 to 100",
                "percentile(waitMs, visits)   | column 20: a percentile is a number from 0 to 100",
                "percentile(waitMs, -5)       | column 20: a percentile is a number from 0 to 100",
                "1 + percentile(waitMs)       | column 5: percentile takes 2 arguments and has 1",
                "sqrt(1, 2)                   | column 1: sqrt takes one argument and has 2",
                "max(visits)                  | column 1: max takes two arguments or more",
                "sqrt()                       | column 6: a value is missing before ')'",
                "visits + FLOOR(2)            | column 10: no function FLOOR; there are [min, max,",
                "MIN(1, 2)                    | column 1: no function MIN",
                "visits sales                 | column 8: an operator is missing before 'sales'",
                "2 visits                     | column 3: ",
                "2 (visits)                   | column 3: ",
                "visits (2)                   | column 1: no function visits",
                "(visits) (sales)             | column 10: ",
                "visits / / sales             | column 10: ",
                "visits *                     | column 9: a value is missing at the end",
                "* visits                     | column 1: ",
                "visits + )                   | column 10: ')' closes nothing",
                "(visits + )                  | column 11: ",
                "2 * (visits + (sales         | column 15: '(' is not closed",
                "(visits, sales)              | column 8: a comma separates arguments of a function only",
                "min((visits, sales), 2)      | column 12: a comma separates arguments of a function only",
                "min(visits,, sales)          | column 12: a value is missing before ','",
                "visits, sales                | column 7: a comma separates",
                "visits ^ 2                   | column 8: ",
                "visits % 2                   | column 8: ",
                "visits > 2                   | column 8: ",
                "visits && sales              | column 8: ",
                "visits[0]                    | column 7: ",
                "visits.sales                 | column 7: ",
                "0x1F                         | column 1: '0x1F' is no decimal number",
                "1..2                         | column 1: ",
                "2e                           | column 1: ",
                "1e999                        | column 1: '1e999' is too large",
                "visits + \"sales\"           | column 10: 'sales' is nothing that a formula has",
                "visits + \"sales             | column 10: ",
                "visits + 'sales'             | column 10: ",
                "visits + €                   | column 10: "
            })
    void anErrorSaysItsColumn(String formula, String message) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.compile(formula, FakeFamily.SHOP))
                .withMessageStartingWith(message.strip().replaceAll(":$", ": "));
    }

    @Test
    void anEmptyFormulaIsRefused() {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.compile(" ", FakeFamily.SHOP))
                .withMessage("column 2: a value is missing at the end");
    }

    @Test
    void aFormulaOfAThousandCharactersCompilesAndALongerOneDoesNot() {
        String longest = "1" + "+1".repeat(499) + " ";

        assertThat(Formula.compile(longest, FakeFamily.SHOP).of(MEASURED)).isEqualTo(500);
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.compile(longest + " ", FakeFamily.SHOP))
                .withMessage("column 1001: a formula has at most 1000 characters");
        assertThat(Formula.compile("-".repeat(998) + "1", FakeFamily.SHOP).of(MEASURED))
                .isEqualTo(1);
    }

    @Test
    void parenthesesNestFiftyDeepAtMost() {
        assertThat(Formula.compile("(".repeat(50) + "1" + ")".repeat(50), FakeFamily.SHOP)
                        .of(MEASURED))
                .isEqualTo(1);
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.compile("(".repeat(51) + "1" + ")".repeat(51), FakeFamily.SHOP))
                .withMessage("column 51: a formula is nested at most 50 deep");
    }
}
